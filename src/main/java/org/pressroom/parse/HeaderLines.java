package org.pressroom.parse;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The lines of a text as a reader sees them, whatever ends them, and what stands around one. A look around goes over a bounded
/// number of lines, of which it takes the beginnings; a look for a line that closes a block is over for good where none does.
final class HeaderLines {

    /// Lines around one that are looked at for other metadata.
    private static final int AROUND = 40;
    private static final int LONGEST_NEIGHBOUR = 200;
    private static final Pattern METADATA = Pattern.compile(
        "#+ (?:.*\\b(?:meta ?data|metadaten|document (?:info|information|details|properties|control)|front ?matter|properties|visibility|sichtbarkeit)\\b.*)");

    private final String text;
    private final Predicate<String> alias;
    private final Predicate<String> known;
    /// Marks of blocks that no line closes.
    private String unclosed = "";

    /// @param alias whether a label, its words joined by hyphens, is another name of `visibility`
    /// @param known whether a label is a key of metadata
    HeaderLines(String text, Predicate<String> alias, Predicate<String> known) {
        this.text = text;
        this.alias = alias;
        this.known = known;
    }

    private static boolean breaks(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    int endOf(int from) {
        int at = from;
        while (at < text.length() && !breaks(text.charAt(at))) {
            at++;
        }
        return at;
    }

    int startOf(int at) {
        int from = at;
        while (from > 0 && !breaks(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Where the line begins behind one that ends here.
    int behind(int end) {
        return end + (text.startsWith("\r\n", end) ? 2 : 1);
    }

    HeaderLine line(int start, int end) {
        return new HeaderLine(text.substring(start, end), alias);
    }

    private HeaderLine beginning(int start, int end) {
        return line(start, Math.min(end, start + LONGEST_NEIGHBOUR));
    }

    /// A part of a line, as a line of its own.
    HeaderLine part(String plain) {
        return new HeaderLine(plain, alias);
    }

    /// Whether a line begins with a key of metadata.
    boolean isKnown(HeaderLine line) {
        String label = line.label();
        return label != null && known.test(label);
    }

    boolean isKnown(String label) {
        return known.test(label);
    }

    /// Whether a heading announces metadata.
    static boolean announcesMetadata(HeaderLine heading) {
        return METADATA.matcher(heading.plain()).matches();
    }

    /// Whether one of the lines next to a line, with nothing but lines of metadata between, has another key.
    boolean knownNear(int start, int end) {
        return knownNear(start, end, -1) || knownNear(start, end, 1);
    }

    private boolean knownNear(int start, int end, int direction) {
        int from = start;
        int to = end;
        for (int i = 0; i < AROUND; i++) {
            if (direction < 0) {
                to = from - 1;
                from = to < 0 ? -1 : startOf(to);
            } else {
                from = to + 1;
                to = from > text.length() ? -1 : endOf(from);
            }
            if (from < 0 || to < 0) {
                return false;
            }
            HeaderLine line = beginning(from, to);
            String label = line.label();
            if (label != null && known.test(label) && !VisibilityTerms.isVisibility(label)) {
                return true;
            }
            if (!line.plain().isEmpty() && !line.isStructured()) {
                return false;
            }
        }
        return false;
    }

    /// Whether a line stands between two rules.
    ///
    /// @param next where the line behind it begins
    boolean isBetweenRules(int start, int next) {
        return isRule(startOf(Math.max(0, start - 1))) && isRule(next);
    }

    private boolean isRule(int from) {
        int start = Math.min(from, text.length());
        return beginning(start, endOf(start)).rule() != 0;
    }

    /// Whether the nearest heading above announces metadata.
    ///
    /// @param alone whether it must name visibility alone, and stand right above
    boolean headingAbove(int start, boolean alone) {
        int from = start;
        for (int i = 0; i < AROUND && from > 0; i++) {
            int to = from - 1;
            from = startOf(to);
            HeaderLine line = beginning(from, to);
            if (line.isHeading() || alone && !line.plain().isEmpty()) {
                return line.isHeading() && (alone ? line.visibility().isKeyAlone() : announcesMetadata(line));
            }
        }
        return false;
    }

    /// Whether the next line that is not blank begins with a label.
    boolean beginsWithLabel(int next) {
        for (int from = next; from < text.length(); from = endOf(from) + 1) {
            HeaderLine line = beginning(from, endOf(from));
            if (!line.plain().isEmpty()) {
                return line.label() != null;
            }
        }
        return false;
    }

    /// Whether a line further down closes what a mark opens. Where none does, none does for those that follow.
    boolean closes(char mark, int next) {
        if (unclosed.indexOf(mark) >= 0) {
            return false;
        }
        String three = String.valueOf(mark).repeat(3);
        for (int at = text.indexOf(three, next); at >= 0; at = text.indexOf(three, endOf(at))) {
            if (line(startOf(at), endOf(at)).isOnly(mark)) {
                return true;
            }
        }
        unclosed += mark;
        return false;
    }
}
