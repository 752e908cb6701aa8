package org.pressroom.search.shard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The contents of a shard while they are written. Not safe for several threads.
final class ShardOutput {

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    ShardOutput octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ShardOutput octets(byte[] values, int from, int length) {
        reserve(length);
        System.arraycopy(values, from, bytes, size, length);
        size += length;
        return this;
    }

    ShardOutput octets(ShardOutput other) {
        return octets(other.bytes, 0, other.size);
    }

    /// @param value not negative
    ShardOutput number(long value) {
        reserve(10);
        long rest = value;
        for (; rest > 127; rest >>>= 7) {
            bytes[size++] = (byte) (rest | 128);
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    ShardOutput text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).octets(utf8, 0, utf8.length);
    }

    ShardOutput name(ShardName name) {
        for (int shift = 32; shift >= 0; shift -= 8) {
            octet((int) (name.bits() >>> shift));
        }
        return this;
    }

    /// A term after the one before it: how many bytes they share, and the rest.
    ShardOutput frontCoded(byte[] before, byte[] term) {
        int mismatch = Arrays.mismatch(before, term);
        int shared = mismatch < 0 ? term.length : mismatch;
        return number(shared).number(term.length - shared).octets(term, shared, term.length - shared);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
