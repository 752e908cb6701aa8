package org.pressroom.parse;

/// Appends text to HTML so that it can be nothing but text.
final class Html {

    private Html() { }

    /// Escapes `& < > " '` and drops characters that HTML or the placeholders of links have no room for.
    static void escape(CharSequence text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f) && !loneSurrogate(text, i) && c < 0xfffe
                            || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean loneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    static String escape(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }
}
