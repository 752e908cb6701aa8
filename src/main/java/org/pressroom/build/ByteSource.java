package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads what a [ByteSink] wrote, in the same order. For one thread.
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int number() {
        int rest = 0;
        for (int shift = 0;; shift += 7) {
            byte b = bytes[at++];
            rest |= (b & 0x7f) << shift;
            if (b >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
    }

    long wide() {
        return (long) number() << 32 | number() & 0xffff_ffffL;
    }

    boolean flag() {
        return number() != 0;
    }

    <E extends Enum<E>> E word(E[] values) {
        return values[number()];
    }

    String text() {
        int length = number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    <T> @Nullable T optional(Supplier<T> reader) {
        return flag() ? reader.get() : null;
    }

    <T> List<T> list(Supplier<T> reader) {
        int size = number();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.get());
        }
        return list;
    }

    Map<String, Object> tree() {
        String json = text();
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!json.isEmpty()) {
            try {
                if (Json.read(json) instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> {
                        if (value != null) {
                            tree.put(String.valueOf(key), value);
                        }
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tree;
    }
}
