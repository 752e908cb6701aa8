package org.pressroom;

/// A text that counts how often it is read, so that tests can compare work instead of time. For one thread.
public final class CountedText implements CharSequence {

    private final String text;
    private final long most;
    private long reads;

    /// @param most reads before [TooManyReadsException]
    public CountedText(String text, long most) {
        this.text = text;
        this.most = most;
    }

    /// A text was read more often than it may be.
    public static final class TooManyReadsException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// How often a character was read so far.
    public long reads() {
        return reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads > most) {
            throw new TooManyReadsException();
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
