package org.pressroom.parse;

/// Counts words, in every script.
final class Words {

    private Words() { }

    /// Words between white space; two characters of Chinese, Japanese or Korean script count as one word.
    static int count(String text) {
        int words = 0;
        int wide = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
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
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    /// The first sentence of a text, at most `max` characters, cut at a word with `…`.
    static String firstSentence(String text, int max) {
        String flat = text.strip().replaceAll("\\s+", " ");
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
