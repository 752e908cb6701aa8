package org.pressroom.source;

/// A stretch of a decoded text.
///
/// @param start offset of the first UTF-16 code unit, zero-based
/// @param end   offset after the last one, `>= start`
public record SourceSpan(int start, int end) {

    public SourceSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }
}
