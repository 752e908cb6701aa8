package org.pressroom.bake;

import java.io.IOException;
import java.io.Writer;

/// Takes the text of one page. A template that goes on writing without an end must not fill the memory. For one thread.
final class PageText extends Writer {

    /// Several times what the longest document that is read becomes.
    private static final int LONGEST = 100_000_000;

    private final StringBuilder text = new StringBuilder(1 << 14);

    /// A page has become too long.
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        private TooLongException() {
            super("the page has become longer than " + LONGEST / 1_000_000 + " million characters");
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws TooLongException {
        check(length);
        text.append(buffer, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) throws TooLongException {
        check(length);
        text.append(string, offset, offset + length);
    }

    private void check(int length) throws TooLongException {
        if (length > LONGEST - text.length()) {
            throw new TooLongException();
        }
    }

    @Override
    public void flush() { }

    @Override
    public void close() { }

    @Override
    public String toString() {
        return text.toString();
    }
}
