package org.pressroom.bake;

import java.util.ArrayList;
import java.util.List;

/// A text in the pieces by which it is compared: words, each character of scripts that are written without spaces, runs of
/// white space, and marks. Put together they are the text.
final class DiffWords {

    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private DiffWords() { }

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int last = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (at > from && !together(last, c)) {
                pieces.add(text.substring(from, at));
                from = at;
            }
            last = c;
            at += Character.charCount(c);
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }

    /// How many words a text has; a character of a script without spaces counts as one.
    static int count(String text) {
        int count = 0;
        int last = ' ';
        boolean counted = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            counted &= together(last, c);
            if (!counted && Character.isLetterOrDigit(c)) {
                counted = true;
                count++;
            }
            last = c;
            at += Character.charCount(c);
        }
        return count;
    }

    /// Whether a piece says something.
    static boolean isWord(String piece) {
        for (int at = 0; at < piece.length(); ) {
            int c = piece.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean together(int a, int b) {
        if (isLetter(a) && isLetter(b)) {
            return true;
        }
        int type = Character.getType(b);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT || type == Character.MODIFIER_SYMBOL || a == ZERO_WIDTH_JOINER) {
            return !Character.isWhitespace(a);
        }
        if (Character.isWhitespace(a) || Character.isWhitespace(b)) {
            return Character.isWhitespace(a) && Character.isWhitespace(b);
        }
        return isOfWord(a) && isOfWord(b) && !isAlone(a) && !isAlone(b);
    }

    /// Most of most texts.
    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019' || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAlone(int c) {
        return c >= 0x0e00 && (Character.isIdeographic(c) || switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        });
    }
}
