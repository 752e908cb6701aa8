package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.parallel.Turn;
import org.pressroom.parse.VisibilityStatement.Says;

import java.util.Optional;
import java.util.function.Predicate;

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

    /// With more rows that restrict something, the document is taken for restricted without a look at what stands around them.
    private static final int MOST_ROWS = 100;

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
        private final HeaderLines lines;
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
        private int rows;

        Scan(String text, int from, Predicate<String> alias, Predicate<String> known, boolean open) {
            this.text = text;
            this.lines = new HeaderLines(text, alias, known);
            this.open = open;
            this.next = Math.min(from, text.length());
        }

        @Nullable RestrictedSign find() {
            while (next < text.length()) {
                Turn.go();
                start = next;
                end = lines.endOf(start);
                next = lines.behind(end);
                if (part != Part.HEAD && open) {
                    return null;
                }
                boolean found = part == Part.BODY ? inBody() : inFront(lines.line(start, end));
                if (found) {
                    return new RestrictedSign(inFence >= 0 ? inFence : start, header);
                }
            }
            return null;
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
                return line.visibility().says(!lines.isKnown(line)) == Says.RESTRICTED;
            }
            if (closing != 0 && line.isOnly(closing)) {
                closing = 0;
                return false;
            }
            char mark = line.fence() != 0 ? line.fence() : line.rule();
            if (mark != 0 && closing == 0) {
                boolean key = lines.beginsWithLabel(next);
                header = header < 0 && mark == '-' && key ? start : header;
                closing = (key || line.fence() != 0) && lines.closes(mark, next) ? mark : 0;
                return false;
            }
            if (closing == 0 && line.isHeading()) {
                pending = line.visibility().isKeyAlone() ? 1 : 0;
                pendingHeading = true;
                return line.visibility().says(true) == Says.RESTRICTED || line.bracketed().visibility().says(true) == Says.RESTRICTED;
            }
            if (closing != 0 && plain.startsWith("#") && !plain.startsWith("#+")) {
                return false;
            }
            if (follows(line, true) || ofColumn(line) || closing == 0 && line.visibility().isBanner() && !line.isItem()) {
                return true;
            }
            Says says = (closing == 0 ? line.uncited() : line).visibility().says(false);
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
            VisibilityStatement bare = lines.part(withoutTags(line.plain())).visibility();
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
            return pending > 0 && line.visibility().isRestrictedValue(loosely && !pendingHeading);
        }

        /// Whether it is a row of a table that has a column for it.
        private boolean ofColumn(HeaderLine line) {
            if (line.plain().indexOf('|') < 0) {
                column = -1;
                return false;
            }
            if (column < 0) {
                column = line.columnOfKey();
                columnKnown = line.cells().stream().anyMatch(cell -> lines.isKnown(cell.strip()));
                return false;
            }
            return column < line.cells().size() && (part == Part.HEAD || columnKnown)
                && lines.part(line.cells().get(column)).visibility().isRestrictedValue(false);
        }

        private boolean inOpening(HeaderLine line) {
            if (closing != 0) {
                fenceKnown |= lines.isKnown(line);
                if (!line.isOnly(closing)) {
                    inFence = inFence < 0 && line.visibility().says(true) == Says.RESTRICTED ? start : inFence;
                    return false;
                }
                closing = 0;
                boolean found = inFence >= 0 && fenceKnown && !example;
                inFence = found ? inFence : -1;
                return found;
            }
            char mark = line.fence();
            if (mark != 0) {
                closing = lines.closes(mark, next) ? mark : 0;
                example = before.endsWith(":");
                fenceKnown = false;
                return false;
            }
            if (line.isHeading()) {
                pending = line.visibility().isKeyAlone() ? 1 : 0;
                pendingHeading = true;
                part = pending == 0 && !HeaderLines.announcesMetadata(line) ? Part.BODY : Part.HEAD;
                return false;
            }
            boolean found = follows(line, false) || ofColumn(line) || tagged(line) || line.isStructured()
                && (line.visibility().says(true) == Says.RESTRICTED || line.visibility().says(false) == Says.RESTRICTED && line.plain().indexOf('|') >= 0);
            pending = line.visibility().isKeyAlone() ? 2 : Math.max(0, pending - 1);
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
            HeaderLine line = lines.line(start, end);
            if (line.visibility().isRestrictedValue(false) && lines.headingAbove(start, true)) {
                return true;
            }
            return line.isStructured() && line.visibility().says(true) == Says.RESTRICTED && line.cells().size() <= 2
                && (++rows > MOST_ROWS || lines.knownNear(start, end) || lines.headingAbove(start, false) || lines.isBetweenRules(start, next));
        }

        private boolean mentions(int from) {
            for (int i = from; i < end - 6; i++) {
                if ((text.charAt(i) | 0x20) == 'r' && text.regionMatches(true, i, "restr", 0, 5)) {
                    return true;
                }
            }
            return false;
        }
    }
}
