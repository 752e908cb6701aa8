package org.pressroom.picture;

import java.util.Locale;

/// One token of a style sheet, its escapes decoded.
///
/// @param text the name without `@`, `#` or `(`; of strings and addresses the content; of numbers all of it, with the unit
record CssToken(Kind kind, String text) {

    /// After CSS Syntax Level 3, section 4.
    enum Kind { IDENT, FUNCTION, AT, HASH, STRING, URL, NUMBER, SPACE, DELIM, BAD }

    static final CssToken SPACE = new CssToken(Kind.SPACE, " ");

    boolean is(char delimiter) {
        return kind == Kind.DELIM && text.length() == 1 && text.charAt(0) == delimiter;
    }

    /// The name in lower case.
    String name() {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Whether [#css] can write it without an escape.
    boolean isPlain() {
        return switch (kind) {
            case IDENT, FUNCTION, AT -> isName(false);
            case HASH -> isName(true);
            case STRING, URL -> text.chars().allMatch(c -> c >= ' ' && c != 0x7F && c != '"' && c != '\\' && c != '<' && c != '>');
            case NUMBER, SPACE, DELIM -> true;
            case BAD -> false;
        };
    }

    private boolean isName(boolean anyStart) {
        boolean start = anyStart || !text.isEmpty() && !CssTokens.isDigit(text.charAt(0))
            && !(text.charAt(0) == '-' && text.length() > 1 && CssTokens.isDigit(text.charAt(1)));
        return start && !text.isEmpty() && !text.equals("-") && text.chars().allMatch(CssTokens::isNamePart);
    }

    /// As it is written anew; only for what [#isPlain].
    String css() {
        return switch (kind) {
            case IDENT, NUMBER, SPACE, DELIM -> text;
            case FUNCTION -> text + "(";
            case AT -> "@" + text;
            case HASH -> "#" + text;
            case STRING -> '"' + text + '"';
            case URL -> text.chars().allMatch(c -> CssTokens.isNamePart(c) || c == '#' || c == '.' || c == ':') ? "url(" + text + ")" : "url(\"" + text + "\")";
            case BAD -> throw new IllegalStateException("nothing to write");
        };
    }
}
