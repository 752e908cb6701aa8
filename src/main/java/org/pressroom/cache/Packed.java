package org.pressroom.cache;

import org.h2.compress.CompressLZF;

import java.util.Arrays;

/// Large results in less room: their length as a varint, then LZF, which is quick rather than small. A document takes a third.
public final class Packed {

    /// No text is packed into less.
    private static final int MOST = 300;

    private Packed() { }

    public static byte[] pack(byte[] bytes) {
        ByteSink head = new ByteSink();
        head.number(bytes.length);
        byte[] length = head.bytes();
        // What can't be packed grows by a byte for every 32.
        byte[] packed = Arrays.copyOf(length, length.length + bytes.length + bytes.length / 31 + 16);
        int end = bytes.length == 0 ? length.length : new CompressLZF().compress(bytes, 0, bytes.length, packed, length.length);
        return Arrays.copyOf(packed, end);
    }

    /// @return no bytes when these were not packed
    public static byte[] unpack(byte[] packed) {
        ByteSource in = new ByteSource(packed);
        try {
            int length = in.number();
            if (length <= 0 || length / MOST > packed.length) {
                return new byte[0];
            }
            byte[] bytes = new byte[length];
            new CompressLZF().expand(packed, in.position(), packed.length - in.position(), bytes, 0, length);
            return bytes;
        } catch (IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }
}
