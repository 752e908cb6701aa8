package org.pressroom.picture;

import org.pressroom.picture.CssToken.Kind;

import java.util.ArrayList;
import java.util.List;

/// Cuts a style sheet into tokens as browsers do (CSS Syntax Level 3, section 4), escapes decoded. Each character is
/// looked at a bounded number of times.
///
/// A comment becomes a space, so that what it kept apart doesn't grow together.
final class CssTokens {

    /// What ends the text.
    private static final int END = -1;

    private final CharSequence css;
    private final int maxTokens;
    private final List<CssToken> tokens = new ArrayList<>();
    private int at;

    private CssTokens(CharSequence css, int maxTokens) {
        this.css = css;
        this.maxTokens = maxTokens;
    }

    /// @param maxTokens more are a refusal
    static List<CssToken> of(CharSequence css, int maxTokens) throws SvgRefusal {
        return new CssTokens(css, maxTokens).read();
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private int peek(int ahead) {
        int c = at + ahead < css.length() ? css.charAt(at + ahead) : END;
        return c == 0 ? 0xFFFD : c;
    }

    private List<CssToken> read() throws SvgRefusal {
        while (at < css.length()) {
            if (tokens.size() >= maxTokens) {
                throw new SvgRefusal("has more styles than a drawing needs");
            }
            CssToken token = next();
            if (token.kind() != Kind.SPACE || tokens.isEmpty() || tokens.getLast().kind() != Kind.SPACE) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private CssToken next() {
        int c = peek(0);
        if (isSpace(c)) {
            skipSpace();
            return CssToken.SPACE;
        }
        if (c == '/' && peek(1) == '*') {
            skipComment();
            return CssToken.SPACE;
        }
        if (c == '"' || c == '\'') {
            return string();
        }
        if (isNumber()) {
            return number();
        }
        if (isName(0)) {
            return named();
        }
        if (c == '#' && (isNamePart(peek(1)) || isEscape(1))) {
            at++;
            return new CssToken(Kind.HASH, name());
        }
        if (c == '@' && isName(1)) {
            at++;
            return new CssToken(Kind.AT, name());
        }
        if (c == '<' && peek(1) == '!' && peek(2) == '-' && peek(3) == '-') {
            at += 4;
            return CssToken.SPACE;
        }
        if (c == '-' && peek(1) == '-' && peek(2) == '>') {
            at += 3;
            return CssToken.SPACE;
        }
        at++;
        return new CssToken(c == '\\' ? Kind.BAD : Kind.DELIM, String.valueOf((char) c));
    }

    private void skipComment() {
        at += 2;
        while (at < css.length() && !(peek(0) == '*' && peek(1) == '/')) {
            at++;
        }
        at = Math.min(css.length(), at + 2);
    }

    private boolean isEscape(int ahead) {
        return peek(ahead) == '\\' && !isLineEnd(peek(ahead + 1));
    }

    private boolean isName(int ahead) {
        if (peek(ahead) == '-') {
            return isNameStart(peek(ahead + 1)) || peek(ahead + 1) == '-' && peek(ahead + 2) != '>' || isEscape(ahead + 1);
        }
        return isNameStart(peek(ahead)) || isEscape(ahead);
    }

    private boolean isNumber() {
        int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return isDigit(peek(sign)) || peek(sign) == '.' && isDigit(peek(sign + 1));
    }

    private CssToken number() {
        int start = at;
        at += peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        if ((peek(0) | 0x20) == 'e') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
        String digits = css.subSequence(start, at).toString();
        if (peek(0) == '%') {
            at++;
            return new CssToken(Kind.NUMBER, digits + "%");
        }
        CssToken unit = isName(0) ? new CssToken(Kind.IDENT, name()) : new CssToken(Kind.IDENT, "x");
        return !unit.isPlain() ? new CssToken(Kind.BAD, "")
            : new CssToken(Kind.NUMBER, digits + (css.subSequence(start, at).length() == digits.length() ? "" : unit.text()));
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private CssToken named() {
        String name = name();
        if (peek(0) != '(') {
            return new CssToken(Kind.IDENT, name);
        }
        at++;
        CssToken function = new CssToken(Kind.FUNCTION, name);
        if (!function.name().equals("url")) {
            return function;
        }
        int start = at;
        skipSpace();
        if (peek(0) != '"' && peek(0) != '\'') {
            return url();
        }
        CssToken address = string();
        skipSpace();
        if (address.kind() == Kind.STRING && (peek(0) == ')' || peek(0) == END)) {
            at = Math.min(css.length(), at + 1);
            return new CssToken(Kind.URL, address.text());
        }
        at = start;
        return function;
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    /// What stands unquoted up to the bracket; a browser would refuse some of it, which makes it no safer to keep.
    private CssToken url() {
        StringBuilder address = new StringBuilder();
        while (at < css.length() && peek(0) != ')') {
            if (isEscape(0)) {
                at++;
                escaped(address);
            } else {
                address.append((char) peek(0));
                at++;
            }
        }
        at = Math.min(css.length(), at + 1);
        return new CssToken(Kind.URL, address.toString().strip());
    }

    private CssToken string() {
        int quote = peek(0);
        at++;
        StringBuilder text = new StringBuilder();
        while (at < css.length() && peek(0) != quote) {
            if (isLineEnd(peek(0))) {
                return new CssToken(Kind.BAD, text.toString());
            }
            if (peek(0) != '\\') {
                text.append((char) peek(0));
                at++;
            } else if (isLineEnd(peek(1))) {
                at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            } else {
                at++;
                escaped(text);
            }
        }
        at = Math.min(css.length(), at + 1);
        return new CssToken(Kind.STRING, text.toString());
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (true) {
            if (isNamePart(peek(0))) {
                name.append((char) peek(0));
                at++;
            } else if (isEscape(0)) {
                at++;
                escaped(name);
            } else {
                return name.toString();
            }
        }
    }

    /// Reads what follows a backslash.
    private void escaped(StringBuilder text) {
        int code = 0;
        int digits = 0;
        for (; digits < 6 && Character.digit(peek(0), 16) >= 0 && peek(0) < 0x80; digits++) {
            code = code * 16 + Character.digit(peek(0), 16);
            at++;
        }
        if (digits > 0) {
            at += isSpace(peek(0)) ? peek(0) == '\r' && peek(1) == '\n' ? 2 : 1 : 0;
            boolean character = code > 0 && code <= Character.MAX_CODE_POINT && !(code >= 0xD800 && code <= 0xDFFF);
            text.appendCodePoint(character ? code : 0xFFFD);
        } else if (at < css.length()) {
            text.append((char) peek(0));
            at++;
        } else {
            text.append('\uFFFD');
        }
    }
}
