package org.pressroom.cache;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Reads what a [ByteSink] wrote, in the same order. For one thread.
public final class ByteSource {

    private final byte[] bytes;
    private int at;

    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    public int number() {
        int rest = 0;
        for (int shift = 0;; shift += 7) {
            byte b = bytes[at++];
            rest |= (b & 0x7f) << shift;
            if (b >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
    }

    public long wide() {
        return (long) number() << 32 | number() & 0xffff_ffffL;
    }

    public boolean flag() {
        return number() != 0;
    }

    public <E extends Enum<E>> E word(E[] values) {
        return values[number()];
    }

    public String text() {
        return text(number());
    }

    private String text(int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /// What [ByteSink#shifted] wrote; null for none.
    @Nullable String shifted() {
        int shifted = number();
        return shifted == 0 ? null : text(shifted - 1);
    }

    public byte[] octets() {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /// A number of things that follow, each of at least a byte.
    ///
    /// @throws IndexOutOfBoundsException when there can't be as many
    int count() {
        int count = number();
        Objects.checkFromIndexSize(at, count, bytes.length);
        return count;
    }

    /// How many bytes were read.
    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    public <T> @Nullable T optional(Supplier<T> reader) {
        return flag() ? reader.get() : null;
    }

    public <T> List<T> list(Supplier<T> reader) {
        int size = number();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.get());
        }
        return list;
    }

}
