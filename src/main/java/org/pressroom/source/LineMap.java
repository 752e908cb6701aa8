package org.pressroom.source;

import java.util.Arrays;

/// Turns offsets of a text into lines and columns, and lines into offsets. Immutable; safe for several threads.
public final class LineMap {

    private final String text;
    private final int[] starts;

    private LineMap(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /// Maps the lines of `text`; only `\n` ends a line.
    public static LineMap of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return new LineMap(text, Arrays.copyOf(starts, count));
    }

    /// Number of lines; at least 1. A final `\n` begins a last, empty line.
    public int count() {
        return starts.length;
    }

    /// The line that holds an offset, one-based. The offset after the last character belongs to the last line.
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The column of an offset in its line: one-based, in code points.
    public int columnAt(int offset) {
        return text.codePointCount(starts[lineAt(offset) - 1], Math.min(offset, text.length())) + 1;
    }

    /// Offset of a line's first character.
    ///
    /// @param line one-based, at most [#count()]
    public int startOf(int line) {
        return starts[line - 1];
    }

    /// Offset after a line's last character, its `\r\n` or `\n` left out.
    public int endOf(int line) {
        int end = line < starts.length ? starts[line] - 1 : text.length();
        return end > starts[line - 1] && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// A line's text without its end.
    public String textOf(int line) {
        return text.substring(startOf(line), endOf(line));
    }
}
