package org.pressroom.search;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

import java.lang.Character.UnicodeScript;

/// Derives the character table from this JDK's character data and Lucene's folding.
///
/// Rewrites the frozen one when the tests run with `-Dpressroom.rewrite=true`; a change of it changes every index.
final class CharacterTableGenerator {

    private CharacterTableGenerator() { }

    static String classes() {
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (int from = 0; from < CharacterTable.LIMIT;) {
            int type = classOf(from);
            int to = from + 1;
            while (to < CharacterTable.LIMIT && classOf(to) == type) {
                to++;
            }
            if (type != CharacterTable.SEPARATOR) {
                CharacterTable.appendNumber(from - end, line);
                CharacterTable.appendNumber((to - from) * 4 + type, line);
                end = to;
            }
            from = to;
        }
        return line.toString();
    }

    static int classOf(int cp) {
        boolean accent = cp >= 0x300 && cp <= 0x36F;
        boolean selector = cp >= 0xFE00 && cp <= 0xFE0F || cp >= 0x180B && cp <= 0x180F && cp != 0x180E;
        boolean joiner = cp == 0xAD || cp == 0x200C || cp == 0x200D || cp == 0x2060 || cp == 0xFEFF;
        if (accent || selector || joiner) {
            return CharacterTable.IGNORED;
        }
        boolean wordly = switch (Character.getType(cp)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                 Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.NON_SPACING_MARK,
                 Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK, Character.DECIMAL_DIGIT_NUMBER,
                 Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
        if (!wordly) {
            return CharacterTable.SEPARATOR;
        }
        // The sign of long vowels and the voicing marks belong to kana but are shared between its scripts.
        if (cp == 0x30FC || cp == 0xFF70 || cp >= 0x3099 && cp <= 0x309A || cp == 0xFF9E || cp == 0xFF9F) {
            return CharacterTable.SPACELESS;
        }
        return switch (UnicodeScript.of(cp)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> CharacterTable.SPACELESS;
            default -> CharacterTable.WORD;
        };
    }

    static String folded(int cp) {
        return switch (classOf(cp)) {
            case CharacterTable.IGNORED -> "";
            case CharacterTable.SEPARATOR -> Character.toString(cp);
            default -> {
                char[] lower = Character.toChars(Character.toLowerCase(cp));
                char[] out = new char[lower.length * 4];
                yield new String(out, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, out, 0, lower.length));
            }
        };
    }

    static String folds() {
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (int cp = 0; cp < CharacterTable.LIMIT;) {
            String folded = folded(cp);
            if (folded.equals(Character.toString(cp))) {
                cp++;
                continue;
            }
            CharacterTable.appendNumber(cp - end, line);
            int same = 1;
            while (folded(cp + same).equals(folded)) {
                same++;
            }
            int shifted = shifted(cp, 1);
            int alternating = shifted(cp, 2);
            boolean single = !folded.isEmpty() && folded.codePointCount(0, folded.length()) == 1;
            if (folded.isEmpty()) {
                CharacterTable.appendNumber(same * 4 + 3, line);
                cp += same;
            } else if (!single || same >= Math.max(shifted, alternating) && folded.charAt(0) < 128) {
                CharacterTable.appendNumber(same * 4, line);
                CharacterTable.appendNumber(folded.length(), line);
                line.append(folded);
                cp += same;
            } else {
                int step = alternating > shifted ? 2 : 1;
                int length = Math.max(shifted, alternating);
                CharacterTable.appendNumber(length * 4 + step, line);
                int difference = folded.codePointAt(0) - cp;
                CharacterTable.appendNumber(difference << 1 ^ difference >> 31, line);
                cp += length * step;
            }
            end = cp;
        }
        return line.toString();
    }

    /// How many code points from `cp` on, `step` apart, are folded by the same difference; those between stay.
    private static int shifted(int cp, int step) {
        int difference = folded(cp).isEmpty() ? 0 : folded(cp).codePointAt(0) - cp;
        int count = 0;
        for (int at = cp; at < CharacterTable.LIMIT; at += step, count++) {
            boolean fits = folded(at).equals(Character.toString(at + difference))
                && (step == 1 || folded(at + 1).equals(Character.toString(at + 1)));
            if (!fits) {
                break;
            }
        }
        return count;
    }
}
