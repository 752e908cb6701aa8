package org.pressroom.diagnostic;

import org.pressroom.source.LineMap;
import org.pressroom.source.SourceText;

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
    static String of(SourceText text, Position position) {
        LineMap lines = text.lines();
        if (position.line() > lines.count()) {
            return "";
        }
        int first = firstColumn(position.column());
        int from = lines.offsetAt(position.line(), first);
        return text.text().substring(from, lines.offsetAt(position.line(), first + LENGTH));
    }
}
