package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Bytes that grow: texts as length and UTF-8, numbers as varints. For one thread.
final class ByteSink {

    private byte[] bytes = new byte[4096];
    private int size;

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /// Any int; small ones, also small negative ones, take few bytes.
    void number(int number) {
        ensure(5);
        int rest = number << 1 ^ number >> 31;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// Any long.
    void wide(long number) {
        number((int) (number >> 32));
        number((int) number);
    }

    void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    void word(Enum<?> word) {
        number(word.ordinal());
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    <T> void optional(@Nullable T value, Consumer<T> writer) {
        flag(value != null);
        if (value != null) {
            writer.accept(value);
        }
    }

    <T> void list(List<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
    }

    /// A small tree of texts, lists and maps.
    void tree(Map<String, Object> tree) {
        text(tree.isEmpty() ? "" : Json.compact(tree));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
