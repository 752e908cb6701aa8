package org.pressroom.source;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the mail addresses in a text, so that none is published: the part before the `@`, or the name beside it, stands for its owner.
///
/// The sign between the two parts is found in full width, percent-encoded, escaped and as an HTML entity too. Both parts may have letters of
/// any script. Time is linear in the length of the text. Stateless; safe for several threads.
public final class MailAddresses {

    private static final String LOCAL_SIGNS = "!#$%&'*+-=?^_{|}~.";
    /// What can stand for `@`, lower case, by its first character.
    private static final List<String> AT = List.of("@", "＠", "﹫", "%40", "&#64;", "&#064;", "&#0064;", "&#x40;", "&#x0040;", "&commat;", "\\u0040", "\\x40",
        "\\@");
    private static final List<String> DOTS = List.of(".", "。", "．", "｡", "%2e", "&#46;", "&#046;", "&#x2e;", "&#x002e;", "&period;", "\\.");
    private static final int LONGEST_QUOTED = 66;
    private static final String OPENING = "(<[{\"'";
    private static final String CLOSING = ")>]}\"'";
    private static final String SEPARATORS = " ,;:|/&";
    private static final String MAILTO = "mailto:";
    private static final int IP_PARTS = 4;

    /// One address.
    ///
    /// @param from  where it begins, `mailto:` included
    /// @param to    where it ends, exclusive
    /// @param local the part before the `@`
    private record Found(int from, int to, String local) { }

    private MailAddresses() { }

    /// The name of somebody as it may be shown: `Bob` for `Bob (bob@example.org)`, `ana.lima` for `ana.lima@example.org`. A name without an
    /// address is left as it is.
    public static String name(String written) {
        List<Found> found = find(written, true);
        if (found.isEmpty()) {
            return written;
        }
        StringBuilder name = new StringBuilder();
        int from = 0;
        for (Found mail : found) {
            append(name, written, from, mail.from);
            from = mail.to;
        }
        append(name, written, from, written.length());
        String rest = unwrapped(name);
        return rest.codePoints().anyMatch(Character::isLetterOrDigit) ? rest : found.getFirst().local;
    }

    /// A text of the metadata without mail addresses. What looks like one in the path of a web address is left, since a link would break.
    public static String without(String text) {
        return without(text, find(text, false));
    }

    /// A text of which the author is not known to have meant it for everybody, without anything that could be a mail address.
    public static String withoutAny(String text) {
        return without(text, find(text, true));
    }

    /// Whether there is an address in a text of the metadata.
    public static boolean in(String text) {
        return !find(text, false).isEmpty();
    }

    private static String without(String text, List<Found> found) {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (Found mail : found) {
            boolean wrapped = mail.from > from && mail.to < text.length() && "<(".indexOf(text.charAt(mail.from - 1)) >= 0
                && ">)".indexOf(text.charAt(mail.to)) >= 0;
            int before = mail.from - 1;
            while (wrapped && before > from && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
                before--;
            }
            if (wrapped && before > from && (Character.isLetterOrDigit(text.codePointBefore(before)) || "\"'.)".indexOf(text.charAt(before - 1)) >= 0)) {
                clean.append(text, from, before);
                from = mail.to + 1;
            } else {
                clean.append(text, from, mail.from).append(mail.local);
                from = mail.to;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    /// Adds a piece of a name. Brackets in which nothing is left, and separators before a closing bracket, fall away.
    private static void append(StringBuilder name, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int closing = CLOSING.indexOf(c);
            if (closing >= 0) {
                int end = name.length();
                while (end > 0 && SEPARATORS.indexOf(name.charAt(end - 1)) >= 0) {
                    end--;
                }
                boolean opens = end > 0 && name.charAt(end - 1) == OPENING.charAt(closing);
                if (opens || c != '"' && c != '\'') {
                    name.setLength(opens ? end - 1 : end);
                }
                if (opens) {
                    continue;
                }
            }
            if (!Character.isWhitespace(c)) {
                if (",;".indexOf(c) >= 0 && !name.isEmpty() && name.charAt(name.length() - 1) == ' ') {
                    name.setLength(name.length() - 1);
                }
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        }
    }

    private static String unwrapped(StringBuilder name) {
        int from = 0;
        int to = name.length();
        boolean more = true;
        while (more && from < to) {
            int opening = OPENING.indexOf(name.charAt(from));
            // Git takes a quotation mark off one end of a name.
            if (SEPARATORS.indexOf(name.charAt(from)) >= 0 || name.charAt(from) == '"') {
                from++;
            } else if (SEPARATORS.indexOf(name.charAt(to - 1)) >= 0 || name.charAt(to - 1) == '"') {
                to--;
            } else if (opening >= 0 && (to == from + 1 || name.charAt(to - 1) == CLOSING.charAt(opening))) {
                from++;
                to = Math.max(from, to - 1);
            } else {
                more = false;
            }
        }
        return name.substring(from, to);
    }

    /// @param anything whether a host of one word will do, and an address inside a web address counts
    private static List<Found> find(String text, boolean anything) {
        if (!mayHoldOne(text)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        int run = -1;
        // Where the run began that ended before the last blanks.
        int before = -1;
        int quote = -1;
        int quoteBefore = -1;
        int slashes = 0;
        boolean web = false;
        for (int i = 0; i < text.length(); ) {
            int at = sign(AT, text, i);
            if (at > 0) {
                int local = run;
                if (run < 0 && quote == i - 1 && i > 0) {
                    // Git takes the first quotation mark off a name.
                    local = quoteBefore >= 0 && i - quoteBefore <= LONGEST_QUOTED ? quoteBefore : quoteBefore < 0 && anything && i <= LONGEST_QUOTED ? 0 : -1;
                }
                int end = local < 0 || web && slashes > 2 && !anything ? -1 : host(text, i + at, anything);
                if (end <= 0 && anything) {
                    local = run >= 0 ? run : before >= 0 && isBlank(text, i - 1) ? before : -1;
                    int host = afterBlanks(text, i + at);
                    end = local < 0 ? -1 : host(text, host, false);
                }
                if (end > 0) {
                    found.add(found(text, local, i, end));
                    run = -1;
                    before = -1;
                    i = end;
                } else {
                    run = -1;
                    i = Math.max(i + at, ~end);
                }
                continue;
            }
            int c = text.codePointAt(i);
            if (isLocal(c)) {
                run = run < 0 ? i : run;
            } else {
                before = !isBlank(text, i) ? -1 : run >= 0 ? run : before;
                run = -1;
                if (c == '/') {
                    slashes++;
                    web |= text.startsWith("://", i - 1);
                } else if (c != ':') {
                    slashes = 0;
                    web = false;
                }
                if (c == '"') {
                    quoteBefore = quote;
                    quote = i;
                }
            }
            i += Character.charCount(c);
        }
        return found;
    }

    private static boolean mayHoldOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '＠' || c == '﹫' || c == '%' || c == '&' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    private static Found found(String text, int local, int at, int end) {
        int from = local;
        while (from >= MAILTO.length() && text.regionMatches(true, from - MAILTO.length(), MAILTO, 0, MAILTO.length())) {
            from -= MAILTO.length();
        }
        boolean quoted = text.charAt(at - 1) == '"' && local < at - 1;
        String part = (quoted ? text.substring(text.charAt(local) == '"' ? local + 1 : local, at - 1).replace("\\", "") : text.substring(local, at)).strip();
        int plus = part.indexOf('+');
        boolean numbered = plus > 0 && plus < part.length() - 1 && part.chars().limit(plus).allMatch(c -> c >= '0' && c <= '9')
            && text.substring(at, end).toLowerCase(Locale.ROOT).contains("users.noreply.");
        return new Found(from, end, numbered ? part.substring(plus + 1) : part);
    }

    private static boolean isBlank(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)));
    }

    /// Where blanks end; they are looked at once, since what follows them is read from there or is not an address.
    private static int afterBlanks(String text, int from) {
        int end = from;
        while (isBlank(text, end)) {
            end++;
        }
        return end;
    }

    /// Where the host that begins at `from` ends; the complement of how far was looked when it is not one.
    private static int host(String text, int from, boolean anything) {
        if (from < text.length() && text.charAt(from) == '[') {
            int close = from + 1;
            while (close < text.length() && close - from < LONGEST_QUOTED && (isHost(text.charAt(close)) || ":.".indexOf(text.charAt(close)) >= 0)) {
                close++;
            }
            return close < text.length() && text.charAt(close) == ']' ? close + 1 : ~from;
        }
        int end = from;
        int parts = 0;
        String first = null;
        String last = "";
        for (int i = from; i < text.length(); ) {
            int start = i;
            while (i < text.length() && isHost(text.codePointAt(i))) {
                i += Character.charCount(text.codePointAt(i));
            }
            if (i == start) {
                break;
            }
            end = i;
            last = text.substring(start, i);
            first = first == null ? last : first;
            parts++;
            int next = sign(DOTS, text, i);
            if (next == 0) {
                // `a@b@example.org`: nothing of it is to be seen.
                next = sign(AT, text, i);
            }
            if (next == 0) {
                break;
            }
            i += next;
        }
        return (anything ? parts > 0 : isHostName(first, last, parts) || parts == 1 && last.equalsIgnoreCase("localhost")) ? end : ~end;
    }

    /// Not the version of a package, `4.17.21`.
    private static boolean isHostName(@Nullable String first, String last, int parts) {
        return first != null && parts > 1 && (Character.isLetter(last.codePointAt(0)) || parts == IP_PARTS || first.codePoints().anyMatch(Character::isLetter));
    }

    private static boolean isHost(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || isMark(c);
    }

    private static boolean isLocal(int c) {
        return Character.isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0 || isMark(c);
    }

    /// Belongs to a letter, or can't be seen.
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK;
    }

    /// How long the sign is that begins here; 0 when there is none.
    private static int sign(List<String> signs, String text, int at) {
        if (at < text.length()) {
            char c = text.charAt(at);
            for (String sign : signs) {
                if (sign.charAt(0) == c && text.regionMatches(true, at, sign, 0, sign.length())) {
                    return sign.length();
                }
            }
        }
        return 0;
    }
}
