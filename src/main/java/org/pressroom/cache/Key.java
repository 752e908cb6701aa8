package org.pressroom.cache;

import java.nio.ByteBuffer;

/// What a result depends on, as the first 128 bits of a SHA-256: two that differ in anything have different keys.
public record Key(long high, long low) {

    static final int BYTES = 16;

    /// @param bytes at least [#BYTES], of which the first count
    static Key of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Key(buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /// 32 hexadecimal digits.
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
