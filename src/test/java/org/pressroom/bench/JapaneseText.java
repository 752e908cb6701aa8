package org.pressroom.bench;

import java.util.random.RandomGenerator;

/// A press release and its FAQ in characters as Japanese mixes them, without sense. For one thread.
final class JapaneseText {

    private static final String KANA = "\u306e\u306b\u306f\u3092\u304c\u3067\u3068\u3057\u3066\u3044\u308b\u305f\u3089\u308c\u3053\u3042\u3088\u308a\u304f\u306a\u307e\u3059";

    private final RandomGenerator random;
    private final StringBuilder out;

    JapaneseText(RandomGenerator random, StringBuilder out) {
        this.random = random;
        this.out = out;
    }

    void write(int questions) {
        out.append("## \u30d7\u30ec\u30b9\u30ea\u30ea\u30fc\u30b9\n\n### \u8ab2\u984c\n\n").append(paragraph(160)).append("\n\n### \u89e3\u6c7a\u7b56\n\n")
            .append(paragraph(160)).append("\n\n## \u3088\u304f\u3042\u308b\u8cea\u554f\n\n");
        for (int i = 0; i < questions; i++) {
            out.append("### ").append(run(18)).append("\uff1f\n\n").append(paragraph(150)).append("\n\n");
        }
    }

    private String paragraph(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append(run(random.nextInt(12, 40))).append('\u3002');
        }
        return text.toString();
    }

    private String run(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            // Two or three ideographs, the frequent ones first, then some kana.
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                text.append((char) (0x4e00 + (int) (2_500 * random.nextDouble() * random.nextDouble())));
            }
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                text.append(KANA.charAt(random.nextInt(KANA.length())));
            }
        }
        return text.toString();
    }
}
