package org.pressroom.diagnostic;

/// Text that can do nothing to a terminal: controls become visible, and it is known how wide a character is shown.
public final class VisibleText {

    private VisibleText() { }

    /// The whole text with every character in its visible form.
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.append(form(c)));
        return visible.toString();
    }

    /// What is shown for a code point: itself, a picture for a control (`␛`), or its number (`<U+202E>`) for what
    /// would turn, hide or break text. A tab is shown as one space.
    public static String form(int c) {
        if (c == '\t') {
            return " ";
        }
        if (c < 0x20) {
            return Character.toString(0x2400 + c);
        }
        if (c == 0x7f) {
            return "\u2421";
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> joins(c) ? Character.toString(c) : number(c);
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                number(c);
            default -> Character.toString(c);
        };
    }

    /// Whether a code point is shown as it is. A tab is, since what comes after it is to be seen.
    public static boolean isPlain(int c) {
        return c == '\t' || c >= 0x20 && c != 0x7f && switch (Character.getType(c)) {
            case Character.FORMAT -> joins(c);
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// Whether a terminal acts on a code point: it is a control, or turns the direction of what follows.
    public static boolean isActive(int c) {
        return !isPlain(c) && (Character.getType(c) != Character.FORMAT || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069);
    }

    /// Joiners shape letters and emoji and hide nothing.
    private static boolean joins(int c) {
        return c == 0x200c || c == 0x200d;
    }

    private static String number(int c) {
        return String.format("<U+%04X>", c);
    }

    /// Columns of a terminal that the form of a code point takes.
    static int width(int c) {
        String form = form(c);
        if (form.length() > 2) {
            return form.length();
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    /// East Asian wide and full-width characters and emoji, after Unicode's UAX 11, by blocks.
    private static boolean wide(int c) {
        return c >= 0x1100 && (c <= 0x115f
            || c >= 0x2e80 && c <= 0x303e
            || c >= 0x3041 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6
            || c >= 0x1f300 && c <= 0x1f64f
            || c >= 0x1f680 && c <= 0x1f6ff
            || c >= 0x1f900 && c <= 0x1f9ff
            || c >= 0x20000 && c <= 0x3fffd);
    }
}
