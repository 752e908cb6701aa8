package org.pressroom.picture;

/// XML as it is written: each name is one of ours, each value is escaped.
final class SvgText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private boolean startTag;

    void begin(String name) {
        closeStartTag();
        out.append('<').append(name);
        startTag = true;
    }

    /// Of the element that has begun last.
    void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            escape(value, i, true);
        }
        out.append('"');
    }

    void text(char[] text, int start, int length) {
        text(java.nio.CharBuffer.wrap(text, start, length));
    }

    void text(CharSequence text) {
        closeStartTag();
        for (int i = 0; i < text.length(); i++) {
            escape(text, i, false);
        }
    }

    void end(String name) {
        if (startTag) {
            out.append("/>");
            startTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
    }

    private void closeStartTag() {
        if (startTag) {
            out.append('>');
            startTag = false;
        }
    }

    private void escape(CharSequence text, int i, boolean value) {
        char c = text.charAt(i);
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append(value ? "&quot;" : "\"");
            case '\n', '\t' -> out.append(value ? " " : String.valueOf(c));
            default -> {
                // What XML 1.1 and character references let in, and XML 1.0 doesn't know.
                if (c >= ' ' && c < 0x7F || c > 0x9F && c < 0xFFFE) {
                    out.append(c);
                }
            }
        }
    }

    @Override
    public String toString() {
        return out + "\n";
    }
}
