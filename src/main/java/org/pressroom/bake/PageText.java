package org.pressroom.bake;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes the text of one page as UTF-8. A template that goes on writing without an end must not fill the memory. For one thread.
final class PageText extends Writer {

    /// Several times what the longest document that is read becomes.
    private static final int LONGEST = 100_000_000;
    /// From here on the JDK encodes a string faster than it is encoded letter by letter.
    private static final int LONG = 24;
    private static final int MOST_BYTES = 3;

    private byte[] bytes = new byte[1 << 15];
    private int size;
    private int characters;
    /// The first half of a character whose second half is to come; 0 for none.
    private char half;

    /// A page has become too long.
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        private TooLongException() {
            super("the page is longer than " + LONGEST / 1_000_000 + " million characters");
        }
    }

    boolean isEmpty() {
        return characters == 0;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws TooLongException {
        begin(length);
        for (int i = offset; i < offset + length; i++) {
            put(buffer[i]);
        }
    }

    @Override
    public void write(String string, int offset, int length) throws TooLongException {
        begin(length);
        if (length >= LONG && length == string.length() && half == 0 && !Character.isSurrogate(string.charAt(length - 1))) {
            byte[] encoded = string.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(encoded, 0, bytes, size, encoded.length);
            size += encoded.length;
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            put(string.charAt(i));
        }
    }

    private void begin(int length) throws TooLongException {
        if (length > LONGEST - characters) {
            throw new TooLongException();
        }
        characters += length;
        int most = size + MOST_BYTES * length + MOST_BYTES;
        if (most > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(most, 2 * bytes.length));
        }
    }

    private void put(char c) {
        if (c < 0x80 && half == 0) {
            bytes[size++] = (byte) c;
            return;
        }
        if (half != 0) {
            char first = half;
            half = 0;
            if (Character.isLowSurrogate(c)) {
                int point = Character.toCodePoint(first, c);
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
                return;
            }
            // Half a character is none, as everywhere in Java.
            bytes[size++] = '?';
        }
        if (Character.isHighSurrogate(c)) {
            half = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[size++] = '?';
        } else if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
    }

    @Override
    public void flush() { }

    @Override
    public void close() { }

    /// The page, to be called when all of it is written.
    byte[] utf8() {
        byte[] page = Arrays.copyOf(bytes, half == 0 ? size : size + 1);
        if (half != 0) {
            page[size] = '?';
        }
        return page;
    }

    /// The page, to be called when all of it is written.
    @Override
    public String toString() {
        return new String(utf8(), StandardCharsets.UTF_8);
    }
}
