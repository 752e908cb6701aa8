package org.pressroom.diagnostic;

import org.pressroom.source.LineMap;

/// The stretch of a line that a finding keeps: enough to show where it stands, however long the line is.
///
/// Where the stretch begins follows from the column alone, so a [Diagnostic] need not carry it.
final class SourceExcerpt {

    /// Length in code points.
    static final int LENGTH = 200;

    /// How much stands before the column when the line's beginning is left out.
    private static final int BEFORE = 80;

    private SourceExcerpt() { }

    /// The first column that the excerpt for a column holds; one-based.
    static int firstColumn(int column) {
        return column <= LENGTH - BEFORE ? 1 : column - BEFORE;
    }

    /// The excerpt of a position's first line.
    static String of(LineMap lines, Position position) {
        if (position.line() > lines.count()) {
            return "";
        }
        String line = lines.textOf(position.line());
        int from = forward(line, 0, firstColumn(position.column()) - 1);
        return line.substring(from, forward(line, from, LENGTH));
    }

    private static int forward(String line, int from, int codePoints) {
        int at = from;
        for (int i = 0; i < codePoints && at < line.length(); i++) {
            at += Character.charCount(line.codePointAt(at));
        }
        return at;
    }
}
