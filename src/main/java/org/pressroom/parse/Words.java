package org.pressroom.parse;

/// Counts words, in every script.
final class Words {

    /// No character below it is of these scripts: the first Hangul letter.
    static final int FIRST_WIDE = 0x1100;

    private Words() { }

    /// Words between white space; two characters of Chinese, Japanese or Korean script count as one word.
    static int count(String text) {
        int words = 0;
        int wide = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            char unit = text.charAt(i);
            if (unit >= 'a' && unit <= 'z') {
                words += inside ? 0 : 1;
                inside = true;
                i++;
                continue;
            }
            if (unit == ' ') {
                inside = false;
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isWide(c)) {
                wide++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inside ? 0 : 1;
                inside = true;
            } else if (Character.isWhitespace(c)) {
                inside = false;
            }
        }
        return words + (wide + 1) / 2;
    }

    static boolean isWide(int c) {
        return c >= FIRST_WIDE && switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    /// A text with each run of white space as one space.
    static String flat(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i)) && (text.charAt(i) != ' ' || i + 1 < text.length() && isSpace(text.charAt(i + 1)))) {
                return flattened(text, i);
            }
        }
        return text;
    }

    private static String flattened(String text, int from) {
        StringBuilder flat = new StringBuilder(text.length()).append(text, 0, from);
        boolean spaced = false;
        for (int i = from; i < text.length(); i++) {
            boolean space = isSpace(text.charAt(i));
            if (!space) {
                flat.append(text.charAt(i));
            } else if (!spaced) {
                flat.append(' ');
            }
            spaced = space;
        }
        return flat.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// The first sentence of a text, at most `max` characters, cut at a word with `…`.
    static String firstSentence(String text, int max) {
        String flat = flat(text.strip());
        int end = flat.length();
        for (int i = 0; i < flat.length(); i++) {
            char c = flat.charAt(i);
            boolean ends = c == '。' || c == '！' || c == '？'
                || (c == '.' || c == '!' || c == '?') && i + 1 < flat.length() && flat.charAt(i + 1) == ' ' && i > 20;
            if (ends) {
                end = i + 1;
                break;
            }
        }
        return shorten(flat.substring(0, end), max);
    }

    static String shorten(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int cut = text.lastIndexOf(' ', max - 1);
        int at = cut > max / 2 ? cut : max - 1;
        if (Character.isHighSurrogate(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(0, at).stripTrailing() + "…";
    }
}
