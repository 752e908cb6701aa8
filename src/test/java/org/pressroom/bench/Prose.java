package org.pressroom.bench;

import java.util.random.RandomGenerator;

/// Sentences and paragraphs of drawn words, with the inline markup that authors use. For one thread.
final class Prose {

    private final Vocabulary vocabulary;
    private final RandomGenerator random;

    Prose(Vocabulary vocabulary, RandomGenerator random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /// @param words about how many; markup and numbers are strewn in
    String sentence(int words) {
        int length = Math.max(4, words + random.nextInt(-3, 4));
        StringBuilder text = new StringBuilder(Vocabulary.capital(vocabulary.word(random)));
        for (int i = 1; i < length; i++) {
            text.append(i > 4 && random.nextInt(14) == 0 ? ", " : " ").append(piece());
        }
        return text.append('.').toString();
    }

    private String piece() {
        return switch (random.nextInt(260)) {
            case 0, 1, 2 -> String.valueOf(random.nextInt(2, 900));
            case 3, 4 -> random.nextInt(1, 100) + "%";
            case 5 -> "$" + random.nextInt(1, 90) + "," + random.nextInt(100, 1000);
            case 6 -> "**" + vocabulary.word(random) + " " + vocabulary.word(random) + "**";
            case 7 -> "*" + vocabulary.word(random) + "*";
            case 8 -> "`" + vocabulary.noun(random) + "_" + vocabulary.noun(random) + "`";
            case 9 -> vocabulary.word(random) + " (" + vocabulary.word(random) + " " + vocabulary.word(random) + ")";
            case 10 -> "\u201c" + vocabulary.word(random) + " " + vocabulary.word(random) + "\u201d";
            case 11 -> vocabulary.name(random);
            case 12 -> "AB-" + random.nextInt(100_000);
            case 13 -> vocabulary.word(random) + "'s";
            case 14 -> random.nextInt(3) == 0 ? "[" + vocabulary.noun(random) + "](https://" + vocabulary.noun(random) + ".example/"
                + vocabulary.noun(random) + ")" : vocabulary.word(random) + " & " + vocabulary.word(random);
            case 15 -> random.nextInt(3) == 0 ? "https://" + vocabulary.noun(random) + ".example/" + random.nextInt(9_999)
                : vocabulary.word(random) + " \u2014 " + vocabulary.word(random);
            default -> vocabulary.word(random);
        };
    }

    /// @param words about how many
    String paragraph(int words) {
        StringBuilder text = new StringBuilder();
        for (int left = words; left > 0;) {
            int length = random.nextInt(8, 26);
            text.append(text.isEmpty() ? "" : " ").append(sentence(length));
            left -= length;
        }
        return text.toString();
    }

    String question() {
        String[] openings = {"What happens when", "How does", "Why should", "Who pays for", "When will", "How much is", "What if"};
        StringBuilder text = new StringBuilder(openings[random.nextInt(openings.length)]);
        for (int i = random.nextInt(4, 11); i > 0; i--) {
            text.append(' ').append(vocabulary.word(random));
        }
        return text.append('?').toString();
    }

    /// Three to six nouns, the first with a capital.
    String title() {
        StringBuilder text = new StringBuilder(Vocabulary.capital(vocabulary.noun(random)));
        for (int i = random.nextInt(2, 6); i > 0; i--) {
            text.append(' ').append(vocabulary.noun(random));
        }
        return text.toString();
    }

    String noun() {
        return vocabulary.noun(random);
    }

    String name() {
        return vocabulary.name(random);
    }
}
