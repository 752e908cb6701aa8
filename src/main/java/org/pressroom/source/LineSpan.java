package org.pressroom.source;

/// A run of lines.
///
/// @param from first line, one-based
/// @param to   last line, inclusive, `>= from`
public record LineSpan(int from, int to) {

    public LineSpan {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("not a run of lines: " + from + ".." + to);
        }
    }

    public static LineSpan of(int line) {
        return new LineSpan(line, line);
    }

    public boolean contains(int line) {
        return from <= line && line <= to;
    }

    /// The smallest run that holds both.
    public LineSpan union(LineSpan other) {
        return new LineSpan(Math.min(from, other.from), Math.max(to, other.to));
    }
}
