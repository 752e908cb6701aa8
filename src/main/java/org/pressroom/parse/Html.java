package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

/// Appends text to HTML so that it can be nothing but text.
final class Html {

    private Html() { }

    /// Escapes `& < > " '` and drops characters that HTML or the placeholders of links have no room for.
    static void escape(CharSequence characters, StringBuilder out) {
        String text = characters.toString();
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c == ' ') {
                continue;
            }
            @Nullable String instead = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> isText(text, i) ? null : "";
            };
            if (instead != null) {
                out.append(text, copied, i).append(instead);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
    }

    private static boolean isText(String text, int i) {
        char c = text.charAt(i);
        return c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f) && !loneSurrogate(text, i) && c < 0xfffe || c == '\n' || c == '\t';
    }

    private static boolean loneSurrogate(String text, int i) {
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
