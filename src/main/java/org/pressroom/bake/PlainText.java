package org.pressroom.bake;

/// Text of an author made fit to stand in HTML and XML, whatever it holds.
final class PlainText {

    private PlainText() { }

    /// The text without control characters, lone surrogates and characters that there are not; most texts are returned
    /// as they are.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            if (fits(text, i)) {
                clean.append(text.charAt(i));
            }
        }
        return clean.toString();
    }

    private static boolean fits(String text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            return c == '\t' || c == '\n';
        }
        if (c < 0x7f) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                && (text.codePointAt(i) & 0xfffe) != 0xfffe;
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1))
                && (Character.toCodePoint(text.charAt(i - 1), c) & 0xfffe) != 0xfffe;
        }
        return c > 0x9f && c < 0xfffe && (c < 0xfdd0 || c > 0xfdef);
    }

    /// Whether there is nothing in a text for a reader to see.
    static boolean isInvisible(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
            || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || !Character.isDefined(c));
    }

    /// The first code points of a text, with `…` when something is left out.
    static String cut(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, codePoints - 1)).stripTrailing() + "…";
    }

    /// A text for places without markup (a window's title, a feed), where nothing could end a change of direction in
    /// it.
    static String withoutDirections(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        text.codePoints()
            .filter(c -> !(c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069))
            .forEach(flat::appendCodePoint);
        return flat.toString();
    }
}
