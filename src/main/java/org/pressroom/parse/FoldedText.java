package org.pressroom.parse;

import org.jsoup.nodes.Entities;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/// A text as names are compared: small letters and digits without accents, one space for whatever divides words, and where each came from.
///
/// Beside letters and digits the folded text has a space, a comma (with or without spaces), an apostrophe, and [#STOP] for whatever no name
/// goes across.
final class FoldedText {

    static final char STOP = '\u0001';

    /// What is seen of a text.
    enum View {
        /// Words as a page shows them. Markup that takes no room is not there.
        JOINED,
        /// The same, where such markup divides words.
        APART,
        /// What the file has: the insides of tags, comments and the targets of links too.
        LITERAL
    }

    private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "hr", "dd", "dt", "dl", "blockquote",
        "section", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final String DIVIDERS = "-_.+=\u00b7\u30fb";
    private static final String APOSTROPHES = "'\u2019\u2018\u02bc\u00b4";
    private static final String COMMAS = ",\u3001\u060c";
    private static final String MARKUP = "*`~\\[]";
    private static final int LONGEST_TAG = 2_000;
    private static final int LONGEST_ENTITY = 32;

    private final String source;
    private final boolean rendered;
    private final boolean apart;
    private final StringBuilder folded = new StringBuilder();
    private int[] from;
    private int[] to;
    /// Places in the source that stay when a name is taken out.
    private final BitSet kept = new BitSet();
    private char pending;
    private int pendingFrom = -1;
    private boolean newLine;
    private int noCommentEndsAfter = Integer.MAX_VALUE;

    private FoldedText(String source, View view) {
        this.source = source;
        this.rendered = view != View.LITERAL;
        this.apart = view == View.APART;
        this.from = new int[source.length() + 16];
        this.to = new int[source.length() + 16];
    }

    static FoldedText of(String source, View view) {
        FoldedText text = new FoldedText(source, view);
        for (int i = 0; i < source.length(); ) {
            i = text.next(i);
        }
        return text;
    }

    String text() {
        return folded.toString();
    }

    /// Marks what is to be taken out of the source for a part of the folded text.
    ///
    /// @param dot whether a full stop behind it goes along
    void drop(int start, int end, boolean dot, BitSet begins, BitSet dropped) {
        begins.set(from[start]);
        for (int i = from[start]; i < to[end - 1]; i++) {
            if (!kept.get(i)) {
                dropped.set(i);
            }
        }
        if (dot && to[end - 1] < source.length() && source.charAt(to[end - 1]) == '.') {
            dropped.set(to[end - 1]);
        }
    }

    private int next(int i) {
        int c = source.codePointAt(i);
        int end = i + Character.charCount(c);
        switch (c) {
            case '&' -> {
                int semicolon = entityEnd(i);
                String decoded = semicolon < 0 ? "" : entity(i, semicolon);
                if (!decoded.isEmpty()) {
                    return taken(decoded, i, semicolon);
                }
            }
            case '%' -> {
                int last = i;
                while (last + 2 < source.length() && source.charAt(last) == '%' && isHex(last + 1) && isHex(last + 2)) {
                    last += 3;
                }
                if (last > i) {
                    return taken(percentDecoded(i, last), i, last);
                }
            }
            case '\\' -> {
                int digits = end < source.length() ? switch (source.charAt(end)) {
                    case 'u' -> 4;
                    case 'x' -> 2;
                    case 'U' -> 8;
                    default -> 0;
                } : 0;
                int last = end + 1 + digits;
                if (digits > 0 && last <= source.length() && source.substring(end + 1, last).chars().allMatch(h -> Character.digit(h, 16) >= 0)) {
                    long point = Long.parseLong(source, end + 1, last, 16);
                    return taken(point <= Character.MAX_CODE_POINT ? Character.toString((int) point) : "\ufffd", i, last);
                }
                if (apart && end < source.length() && "tnr".indexOf(source.charAt(end)) >= 0) {
                    divide(' ', i);
                    return end + 1;
                }
            }
            case '<' -> {
                int close = rendered ? tagEnd(i) : -1;
                if (close > 0) {
                    kept.set(i, close);
                    if (BREAKS.contains(tagName(i))) {
                        divide(' ', i);
                    } else {
                        soft(i);
                    }
                    return close;
                }
            }
            case ']' -> {
                int close = rendered ? targetEnd(i) : -1;
                if (close > 0) {
                    kept.set(i, close);
                    soft(i);
                    return close;
                }
            }
            case '[' -> {
                int close = rendered && end < source.length() && source.charAt(end) == '^' ? bracketEnd(end, ']') : -1;
                if (close > 0) {
                    kept.set(i, close);
                    soft(i);
                    return close;
                }
            }
            default -> { }
        }
        take(c, i, end);
        return end;
    }

    private int taken(String decoded, int start, int end) {
        decoded.codePoints().forEach(c -> take(c, start, end));
        return end;
    }

    private void take(int c, int start, int end) {
        if (c < 0x80) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                letter((char) c, start, end);
            } else if (c >= 'A' && c <= 'Z') {
                letter((char) (c + 'a' - 'A'), start, end);
            } else {
                sign(c, start);
            }
            return;
        }
        if (APOSTROPHES.indexOf(c) >= 0) {
            sign('\'', start);
            return;
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); ) {
            int one = plain.codePointAt(i);
            i += Character.charCount(one);
            if (isAccent(one)) {
                continue;
            }
            if (Character.isLetterOrDigit(one) || isVowel(one)) {
                String small = Character.toString(Character.toLowerCase(Character.toUpperCase(one)));
                for (char letter : ("\u00df".equals(small) ? "ss" : small).toCharArray()) {
                    letter(letter, start, end);
                }
            } else {
                sign(one, start);
            }
        }
    }

    private void letter(char c, int start, int end) {
        if (pending != 0 && !folded.isEmpty()) {
            put(pending, pendingFrom, start);
        }
        pending = 0;
        newLine = false;
        put(c, start, end);
    }

    private void put(char c, int start, int end) {
        int at = folded.length();
        if (at == from.length) {
            from = Arrays.copyOf(from, at * 2);
            to = Arrays.copyOf(to, at * 2);
        }
        from[at] = start;
        to[at] = end;
        folded.append(c);
    }

    private void sign(int c, int start) {
        if (c == '\n' || c == '\r') {
            kept.set(start);
            newLine = true;
            divide(' ', start);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (newLine) {
                kept.set(start);
            }
            divide(' ', start);
        } else if (newLine && c == '>') {
            kept.set(start);
        } else if (newLine && (c == '-' || c == '+' || c == '*') && start + 1 < source.length() && source.charAt(start + 1) == ' ') {
            divide(STOP, start);
        } else if (Character.getType(c) == Character.FORMAT) {
            soft(start);
        } else if (MARKUP.indexOf(c) >= 0 || c == '!' && source.startsWith("![", start)) {
            if (c != '\\') {
                kept.set(start);
            }
            soft(start);
        } else if (c == '\'') {
            divide('\'', start);
        } else if (COMMAS.indexOf(c) >= 0) {
            divide(',', start);
        } else {
            divide(DIVIDERS.indexOf(c) >= 0 || Character.getType(c) == Character.DASH_PUNCTUATION ? ' ' : STOP, start);
        }
    }

    private void soft(int start) {
        if (apart) {
            divide(' ', start);
        }
    }

    /// Of several signs between two words the strongest counts; an apostrophe beside another sign is a quotation mark.
    private void divide(char sign, int start) {
        pendingFrom = pending == 0 ? start : pendingFrom;
        pending = pending == 0 || pending == sign ? sign : pending == STOP || sign == STOP ? STOP : pending == ',' || sign == ',' ? ',' : ' ';
    }

    private static boolean isAccent(int c) {
        return c >= 0x300 && c <= 0x36f || c >= 0x1ab0 && c <= 0x1aff || c >= 0x1dc0 && c <= 0x1dff || c >= 0x20d0 && c <= 0x20ff
            || c >= 0xfe00 && c <= 0xfe2f || c >= 0x591 && c <= 0x5c7 || c >= 0x64b && c <= 0x65f;
    }

    private static boolean isVowel(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private boolean isHex(int at) {
        return Character.digit(source.charAt(at), 16) >= 0;
    }

    private String percentDecoded(int start, int end) {
        byte[] bytes = new byte[(end - start) / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(source, start + 3 * i + 1, start + 3 * i + 3, 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Behind the semicolon; -1 when there is none.
    private int entityEnd(int start) {
        for (int i = start + 1; i < source.length() && i - start < LONGEST_ENTITY; i++) {
            char c = source.charAt(i);
            if (c == ';') {
                return i + 1;
            }
            if (!(c < 0x80 && Character.isLetterOrDigit(c)) && !(c == '#' && i == start + 1)) {
                break;
            }
        }
        return source.startsWith("&nbsp", start) ? start + "&nbsp".length() : -1;
    }

    private String entity(int start, int end) {
        String name = source.substring(start + 1, source.charAt(end - 1) == ';' ? end - 1 : end);
        if (!name.startsWith("#")) {
            return Entities.getByName(name);
        }
        boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return point > 0 && point <= Character.MAX_CODE_POINT ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /// Behind a tag or comment; -1 when there is none.
    private int tagEnd(int start) {
        if (source.startsWith("<!--", start)) {
            int end = start < noCommentEndsAfter ? source.indexOf("-->", start + 4) : -1;
            noCommentEndsAfter = end < 0 ? Math.min(noCommentEndsAfter, start) : noCommentEndsAfter;
            return end < 0 ? -1 : end + 3;
        }
        int first = start + 1 < source.length() ? source.charAt(start + 1) : ' ';
        if (!(first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z' || first == '/')) {
            return -1;
        }
        for (int i = start + 1; i < source.length() && i - start < LONGEST_TAG; i++) {
            if (source.charAt(i) == '>') {
                return i + 1;
            }
            if (source.charAt(i) == '<') {
                return -1;
            }
        }
        return -1;
    }

    private String tagName(int start) {
        int from = source.startsWith("</", start) ? start + 2 : start + 1;
        int end = from;
        while (end < source.length() && end - from < LONGEST_ENTITY && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        return source.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /// Behind the target of a link whose words end here; -1 when there is none.
    private int targetEnd(int start) {
        if (start + 1 >= source.length()) {
            return -1;
        }
        return switch (source.charAt(start + 1)) {
            case '(' -> bracketEnd(start + 1, ')');
            case '[' -> bracketEnd(start + 1, ']');
            default -> -1;
        };
    }

    private int bracketEnd(int open, char close) {
        for (int i = open + 1; i < source.length() && i - open < LONGEST_TAG; i++) {
            char c = source.charAt(i);
            if (c == close) {
                return i + 1;
            }
            if (c == '[' || c == ']' || c == '\n') {
                return -1;
            }
        }
        return -1;
    }
}
