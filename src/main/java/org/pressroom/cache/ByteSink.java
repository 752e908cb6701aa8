package org.pressroom.cache;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Bytes that grow: texts as length and UTF-8, numbers as varints. For one thread.
public final class ByteSink {

    private byte[] bytes = new byte[4096];
    private int size;

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /// Any int; small ones, also small negative ones, take few bytes.
    public void number(int number) {
        ensure(5);
        int rest = number << 1 ^ number >> 31;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// Any long.
    public void wide(long number) {
        number((int) (number >> 32));
        number((int) number);
    }

    public void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    public void word(Enum<?> word) {
        number(word.ordinal());
    }

    public void text(String text) {
        octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A text whose length counts one more, so that 0 can stand for none.
    void shifted(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length + 1);
        add(utf8);
    }

    public void octets(byte[] octets) {
        number(octets.length);
        add(octets);
    }

    private void add(byte[] octets) {
        ensure(octets.length);
        System.arraycopy(octets, 0, bytes, size, octets.length);
        size += octets.length;
    }

    public <T> void optional(@Nullable T value, Consumer<T> writer) {
        flag(value != null);
        if (value != null) {
            writer.accept(value);
        }
    }

    public <T> void list(List<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
    }


    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
