package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.parse.HeaderLine.Says;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The place by which a reader would take a document for restricted, whatever the form of its header and whether it can be read.
///
/// A text is looked at in three parts. In its head, up to the first sentence, every line counts that names visibility and does
/// not open the document; code blocks, comments and whatever stands between two rules there belong to it. From there to the next
/// heading a row, an item or a label counts that says `restricted` and no more. Further down it must also stand among other
/// metadata, or below a heading that announces some. Prose that speaks about visibility counts nowhere. Linear in the text.
///
/// @param offset where the line begins
/// @param header where the line begins that opens front matter in the wrong place or form; -1 without one
record RestrictedSign(int offset, int header) {

    /// Lines around one that are looked at for other metadata.
    private static final int AROUND = 40;
    private static final int LONGEST_NEIGHBOUR = 200;
    /// With more rows that restrict something, the document is taken for restricted without a look at what stands around them.
    private static final int MOST_ROWS = 100;
    private static final Pattern METADATA = Pattern.compile(
        "#+ (?:.*\\b(?:meta ?data|metadaten|document (?:info|information|details|properties|control)|front ?matter|properties|visibility|sichtbarkeit)\\b.*)");

    /// Finds the first such place.
    ///
    /// @param from  where to begin: after metadata that could be read
    /// @param alias whether a label, its words joined by hyphens, is another name of `visibility`
    /// @param known whether a label is a key of metadata
    /// @param open  whether metadata that could be read opens the document, so that only its head can say otherwise
    static Optional<RestrictedSign> in(String text, int from, Predicate<String> alias, Predicate<String> known, boolean open) {
        return Optional.ofNullable(new Scan(text, from, alias, known, open).find());
    }

    private enum Part { HEAD, OPENING, BODY }

    private static final class Scan {
        private final String text;
        private final Predicate<String> alias;
        private final Predicate<String> known;
        private final boolean open;
        private int start;
        private int end;
        private int next;
        private Part part = Part.HEAD;
        /// Of the block that is open; 0 without one.
        private char closing;
        private boolean comment;
        private int header = -1;
        /// Lines in which the value of a key may follow that stood alone.
        private int pending;
        private boolean pendingHeading;
        private int column = -1;
        private boolean columnKnown;
        /// In a code block of the opening: an example is announced by a colon.
        private boolean example;
        private int inFence = -1;
        private boolean fenceKnown;
        private String before = "";
        private String unclosed = "";
        private int rows;

        Scan(String text, int from, Predicate<String> alias, Predicate<String> known, boolean open) {
            this.text = text;
            this.alias = alias;
            this.known = known;
            this.open = open;
            this.next = Math.min(from, text.length());
        }

        @Nullable RestrictedSign find() {
            while (next < text.length()) {
                start = next;
                end = endOfLine(start);
                next = end + (text.startsWith("\r\n", end) ? 2 : 1);
                if (part != Part.HEAD && open) {
                    return null;
                }
                boolean found = part == Part.BODY ? inBody() : inFront(new HeaderLine(text.substring(start, end), alias));
                if (found) {
                    return new RestrictedSign(inFence >= 0 ? inFence : start, header);
                }
            }
            return null;
        }

        private int endOfLine(int from) {
            int at = from;
            while (at < text.length() && !breaks(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static boolean breaks(char c) {
            return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
        }

        private boolean inFront(HeaderLine line) {
            if (line.plain().isEmpty()) {
                return false;
            }
            boolean found = part == Part.HEAD ? inHead(line) : inOpening(line);
            before = line.plain();
            return found;
        }

        private boolean inHead(HeaderLine line) {
            String plain = line.plain();
            if (comment || plain.startsWith("<!--")) {
                comment = plain.lastIndexOf("<!--") > plain.lastIndexOf("-->") || comment && !plain.contains("-->");
                String label = line.label();
                return line.says(label == null || !known.test(label)) == Says.RESTRICTED;
            }
            if (closing != 0 && line.isOnly(closing)) {
                closing = 0;
                return false;
            }
            char mark = line.fence() != 0 ? line.fence() : line.rule();
            if (mark != 0 && closing == 0) {
                boolean key = beginsWithKey();
                header = header < 0 && mark == '-' && key ? start : header;
                closing = (key || line.fence() != 0) && closes(mark) ? mark : 0;
                return false;
            }
            if (closing == 0 && line.isHeading()) {
                pending = line.isKeyAlone() ? 1 : 0;
                pendingHeading = true;
                return line.says(true) == Says.RESTRICTED || line.bracketed().says(true) == Says.RESTRICTED;
            }
            if (closing != 0 && plain.startsWith("#") && !plain.startsWith("#+")) {
                return false;
            }
            if (follows(line, true) || ofColumn(line) || closing == 0 && line.isBanner() && !line.isItem()) {
                return true;
            }
            Says says = (closing == 0 ? line.uncited() : line).says(false);
            if (says.compareTo(Says.UNKNOWN) >= 0 || tagged(line)) {
                return true;
            }
            pendingHeading = false;
            pending = says == Says.KEY ? 2 : Math.max(0, pending - 1);
            if (closing == 0 && !line.isStructured() && line.words() > 4) {
                part = Part.OPENING;
                pending = 0;
            }
            return false;
        }

        /// What the line says when its tags are left out.
        private boolean tagged(HeaderLine line) {
            if (line.plain().indexOf('<') < 0) {
                return false;
            }
            HeaderLine bare = new HeaderLine(withoutTags(line.plain()), alias);
            if (bare.isKeyAlone()) {
                pending = 3;
            }
            return bare.says(false) == Says.RESTRICTED;
        }

        private static String withoutTags(String line) {
            StringBuilder bare = new StringBuilder();
            boolean tag = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '<' || c == '>') {
                    tag = c == '<';
                    bare.append("  ");
                } else if (!tag) {
                    bare.append(c);
                }
            }
            return bare.toString();
        }

        /// Whether the line is the value of a key that stood alone.
        private boolean follows(HeaderLine line, boolean loosely) {
            return pending > 0 && line.isRestrictedValue(loosely && !pendingHeading);
        }

        /// Whether it is a row of a table that has a column for it.
        private boolean ofColumn(HeaderLine line) {
            if (line.plain().indexOf('|') < 0) {
                column = -1;
                return false;
            }
            if (column < 0) {
                column = line.columnOfKey();
                columnKnown = line.cells().stream().anyMatch(cell -> known.test(cell.strip()));
                return false;
            }
            return column < line.cells().size() && (part == Part.HEAD || columnKnown)
                && new HeaderLine(line.cells().get(column), alias).isRestrictedValue(false);
        }

        private boolean inOpening(HeaderLine line) {
            if (closing != 0) {
                fenceKnown |= line.label() != null && known.test(line.label());
                if (!line.isOnly(closing)) {
                    inFence = inFence < 0 && line.says(true) == Says.RESTRICTED ? start : inFence;
                    return false;
                }
                closing = 0;
                boolean found = inFence >= 0 && fenceKnown && !example;
                inFence = found ? inFence : -1;
                return found;
            }
            char mark = line.fence();
            if (mark != 0) {
                closing = closes(mark) ? mark : 0;
                example = before.endsWith(":");
                fenceKnown = false;
                return false;
            }
            if (line.isHeading()) {
                pending = line.isKeyAlone() ? 1 : 0;
                pendingHeading = true;
                part = pending == 0 && !METADATA.matcher(line.plain()).matches() ? Part.BODY : Part.HEAD;
                return false;
            }
            boolean found = follows(line, false) || ofColumn(line) || tagged(line) || line.isStructured() && (line.says(true) == Says.RESTRICTED || line.says(false) == Says.RESTRICTED && line.plain().indexOf('|') >= 0);
            pending = line.isKeyAlone() ? 2 : Math.max(0, pending - 1);
            return found;
        }

        private boolean inBody() {
            int at = start;
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (text.startsWith("```", at) || text.startsWith("~~~", at)) {
                closing = closing == 0 ? text.charAt(at) : closing == text.charAt(at) ? 0 : closing;
                return false;
            }
            if (closing != 0 || !mentions(at)) {
                return false;
            }
            HeaderLine line = new HeaderLine(text.substring(start, end), alias);
            if (line.isRestrictedValue(false) && headingAbove(true)) {
                return true;
            }
            return line.isStructured() && line.says(true) == Says.RESTRICTED && line.cells().size() <= 2
                && (++rows > MOST_ROWS || knownNear(-1) || knownNear(1) || headingAbove(false) || isRule(startOfLine(Math.max(0, start - 1))) && isRule(next));
        }

        private boolean mentions(int from) {
            for (int i = from; i < end - 6; i++) {
                if ((text.charAt(i) | 0x20) == 'r' && text.regionMatches(true, i, "restr", 0, 5)) {
                    return true;
                }
            }
            return false;
        }

        /// Whether a line next to this one, with nothing but lines of metadata between, has another key.
        private boolean knownNear(int direction) {
            int from = start;
            int to = end;
            for (int i = 0; i < AROUND; i++) {
                if (direction < 0) {
                    to = from - 1;
                    from = to < 0 ? -1 : startOfLine(to);
                } else {
                    from = to + 1;
                    to = from > text.length() ? -1 : endOfLine(from);
                }
                if (from < 0 || to < 0) {
                    return false;
                }
                HeaderLine line = new HeaderLine(text.substring(from, Math.min(to, from + LONGEST_NEIGHBOUR)), alias);
                String label = line.label();
                if (label != null && known.test(label) && !HeaderLine.isVisibility(label)) {
                    return true;
                }
                if (!line.plain().isEmpty() && !line.isStructured()) {
                    return false;
                }
            }
            return false;
        }

        private boolean isRule(int from) {
            return new HeaderLine(text.substring(Math.min(from, text.length()), Math.min(endOfLine(from), from + LONGEST_NEIGHBOUR)), alias).rule() != 0;
        }

        /// Whether the nearest heading above announces metadata.
        ///
        /// @param alone whether it must name visibility alone, and stand right above
        private boolean headingAbove(boolean alone) {
            int from = start;
            for (int i = 0; i < AROUND && from > 0; i++) {
                int to = from - 1;
                from = startOfLine(to);
                HeaderLine line = new HeaderLine(text.substring(from, Math.min(to, from + LONGEST_NEIGHBOUR)), alias);
                if (line.isHeading() || alone && !line.plain().isEmpty()) {
                    return line.isHeading() && (alone ? line.isKeyAlone() : METADATA.matcher(line.plain()).matches());
                }
            }
            return false;
        }

        private int startOfLine(int at) {
            int from = at;
            while (from > 0 && !breaks(text.charAt(from - 1))) {
                from--;
            }
            return from;
        }

        /// Whether the next line that is not blank begins with a key.
        private boolean beginsWithKey() {
            for (int from = next; from < text.length(); from = endOfLine(from) + 1) {
                HeaderLine line = new HeaderLine(text.substring(from, Math.min(endOfLine(from), from + LONGEST_NEIGHBOUR)), alias);
                if (!line.plain().isEmpty()) {
                    return line.label() != null;
                }
            }
            return false;
        }

        /// Whether a line further down closes what this one opens. Where none does, none does for those that follow.
        private boolean closes(char mark) {
            if (unclosed.indexOf(mark) >= 0) {
                return false;
            }
            String three = String.valueOf(mark).repeat(3);
            for (int at = text.indexOf(three, next); at >= 0; at = text.indexOf(three, endOfLine(at))) {
                if (new HeaderLine(text.substring(startOfLine(at), endOfLine(at)), alias).isOnly(mark)) {
                    return true;
                }
            }
            unclosed += mark;
            return false;
        }
    }
}
