package org.pressroom.diagnostic;

import org.pressroom.source.LineMap;
import org.pressroom.source.SourceSpan;

/// A stretch of a file in lines and columns, for people, editors and programs.
///
/// People count characters, programs count UTF-16 code units (`unitColumn`): the two differ behind an emoji.
///
/// @param line      first line, one-based
/// @param column    first column, one-based, in code points
/// @param endLine   last line, inclusive
/// @param endColumn column after the last character on `endLine`
/// @param unitColumn    `column` in UTF-16 code units
/// @param endUnitColumn `endColumn` in UTF-16 code units
public record Position(int line, int column, int endLine, int endColumn, int unitColumn, int endUnitColumn) {

    public Position {
        if (line < 1 || column < 1 || endLine < line || endLine == line && endColumn < column) {
            throw new IllegalArgumentException(
                "not a position: " + line + ":" + column + "-" + endLine + ":" + endColumn);
        }
    }

    /// A stretch with no character beyond U+FFFF before it on its lines.
    public Position(int line, int column, int endLine, int endColumn) {
        this(line, column, endLine, endColumn, column, endColumn);
    }

    /// The beginning of a file.
    public static final Position START = new Position(1, 1, 1, 1);

    public static Position at(int line, int column) {
        return new Position(line, column, line, column);
    }

    public static Position of(SourceSpan span, LineMap lines) {
        int line = lines.lineAt(span.start());
        int endLine = lines.lineAt(span.end());
        return new Position(line, lines.columnAt(span.start()), endLine, lines.columnAt(span.end()),
            span.start() - lines.startOf(line) + 1, span.end() - lines.startOf(endLine) + 1);
    }

    /// The stretch as offsets into the text that it was made from.
    ///
    /// @param lines of that text
    public SourceSpan span(LineMap lines) {
        return new SourceSpan(lines.startOf(line) + unitColumn - 1, lines.startOf(endLine) + endUnitColumn - 1);
    }

    /// A whole line, from its first character that is not white space.
    public static Position ofLine(int line, LineMap lines) {
        int start = lines.startOf(line);
        int end = lines.endOf(line);
        int skipped = lines.textOf(line).length() - lines.textOf(line).stripLeading().length();
        return of(new SourceSpan(Math.min(start + skipped, end), end), lines);
    }
}
