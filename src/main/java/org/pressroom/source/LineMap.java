package org.pressroom.source;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Turns offsets of a text into lines and columns, and lines into offsets. Immutable; safe for several threads.
///
/// Columns count code points, also in a line of megabytes in a time that does not grow with its length: how many
/// surrogate pairs stand before every [#BLOCK]th character is known beforehand.
public final class LineMap {

    private static final int BLOCK = 128;
    /// Stretches of so many characters are counted through; nearly all lines are shorter.
    private static final int SHORT = 1_024;

    private final String text;
    private final int[] starts;

    /// Surrogate pairs that end before the block of this number; empty when there are none at all. Found when first needed,
    /// which of most texts they never are.
    private volatile int @Nullable [] pairs;

    private LineMap(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    private static int[] pairsByBlock(String text) {
        int[] pairs = new int[text.length() / BLOCK + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % BLOCK == 0) {
                pairs[i / BLOCK] = count;
            }
            count += endsPair(text, i) ? 1 : 0;
        }
        if (text.length() % BLOCK == 0) {
            pairs[text.length() / BLOCK] = count;
        }
        return count == 0 ? new int[0] : pairs;
    }

    private static boolean endsPair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private int pairsBefore(int offset) {
        int[] known = pairs;
        if (known == null) {
            known = pairsByBlock(text);
            pairs = known;
        }
        if (known.length == 0) {
            return 0;
        }
        int count = known[offset / BLOCK];
        for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
            count += endsPair(text, i) ? 1 : 0;
        }
        return count;
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
        int start = starts[lineAt(offset) - 1];
        int end = Math.min(offset, text.length());
        if (end - start <= SHORT) {
            return text.codePointCount(start, end) + 1;
        }
        return end - start - (pairsBefore(end) - pairsBefore(start)) + 1;
    }

    /// The offset of a column in a line; of the line's end when the line is shorter. The reverse of [#columnAt].
    public int offsetAt(int line, int column) {
        int low = startOf(line);
        int high = endOf(line);
        if (high - low <= SHORT) {
            int points = Math.min(Math.max(0, column - 1), text.codePointCount(low, high));
            return text.offsetByCodePoints(low, points);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columnAt(middle) < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < endOf(line) && endsPair(text, low) ? low + 1 : low;
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
