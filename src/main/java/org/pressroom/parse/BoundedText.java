package org.pressroom.parse;

/// A text that may be read only so often: some markdown makes a parser read the same characters again and again,
/// and counting reads stops that on every machine at the same place, which a clock would not.
///
/// Every sixteenth character is counted for all: a parser that reads a stretch too often reads those too often as well, and
/// counting each read makes parsing half as slow again.
///
/// For one thread.
final class BoundedText implements CharSequence {

    /// Reads a character of ordinary prose costs is 30 to 120; this leaves room for odd but honest documents.
    private static final long READS_PER_CHARACTER = 1_500;
    private static final long READS_AT_LEAST = 3_000_000;
    private static final int SAMPLE = 16;

    private final String text;
    private long left;

    BoundedText(String text) {
        this.text = text;
        this.left = (READS_AT_LEAST + READS_PER_CHARACTER * text.length()) / SAMPLE;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if ((index & SAMPLE - 1) == 0 && --left < 0) {
            throw new TooComplexException("reading it takes too long", 0);
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
