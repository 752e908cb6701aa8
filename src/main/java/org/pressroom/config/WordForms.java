package org.pressroom.config;

/// Regular expressions for words that are compared ignoring case and the difference of `_`, space and `-`, in the part of
/// the language that Java and ECMAScript share: JSON Schema knows no flag for case.
public final class WordForms {

    private WordForms() { }

    /// @param word a final `*` stands for any further text
    public static String regex(String word) {
        boolean open = word.endsWith("*");
        String text = (open ? word.substring(0, word.length() - 1) : word.strip());
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBreak(c)) {
                while (i < text.length() && isBreak(text.codePointAt(i))) {
                    i++;
                }
                regex.append("[\\s_-]+");
            } else {
                append(regex, c);
            }
        }
        return open ? regex.append("[\\s\\S]*").toString() : regex.toString();
    }

    /// A regular expression that a whole text must match, white space around it left aside.
    public static String whole(String word) {
        return "^\\s*" + regex(word) + "\\s*$";
    }

    private static boolean isBreak(int c) {
        return c == '_' || c == '-' || Character.isWhitespace(c);
    }

    private static void append(StringBuilder regex, int c) {
        int lower = Character.toLowerCase(c);
        int upper = Character.toUpperCase(c);
        if (lower != upper && Character.isBmpCodePoint(c)) {
            regex.append('[').appendCodePoint(upper).appendCodePoint(lower).append(']');
        } else {
            if ("\\^$.|?*+()[]{}/".indexOf(c) >= 0) {
                regex.append('\\');
            }
            regex.appendCodePoint(c);
        }
    }
}
