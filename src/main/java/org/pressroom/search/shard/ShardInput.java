package org.pressroom.search.shard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the contents of a shard from front to back. Not safe for several threads.
final class ShardInput {

    private final String name;
    private final byte[] bytes;
    private int at;

    /// @throws CorruptShardException when the contents do not begin with `kind`
    ShardInput(String name, byte[] bytes, char kind) {
        this.name = name;
        this.bytes = bytes;
        if (octet() != kind) {
            throw new CorruptShardException(name, "it does not begin with '" + kind + "'");
        }
    }

    ShardInput(String name, byte[] bytes, int at) {
        this.name = name;
        this.bytes = bytes;
        this.at = at;
    }

    boolean more() {
        return at < bytes.length;
    }

    int octet() {
        if (at >= bytes.length) {
            throw new CorruptShardException(name, "it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    int number() {
        long number = longNumber();
        if (number > Integer.MAX_VALUE) {
            throw new CorruptShardException(name, "number " + number + " is too large");
        }
        return (int) number;
    }

    long longNumber() {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int octet = octet();
            number |= (octet & 127L) << shift;
            if (octet < 128) {
                return number;
            }
        }
        throw new CorruptShardException(name, "a number does not end");
    }

    byte[] octets(int length) {
        if (length > bytes.length - at) {
            throw new CorruptShardException(name, "it ends too early");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() {
        return new String(octets(number()), StandardCharsets.UTF_8);
    }

    ShardName name() {
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | octet();
        }
        return new ShardName(bits);
    }

    byte[] frontCoded(byte[] before) {
        int shared = number();
        byte[] rest = octets(number());
        if (shared > before.length) {
            throw new CorruptShardException(name, "a term shares more than there is");
        }
        byte[] term = Arrays.copyOf(before, shared + rest.length);
        System.arraycopy(rest, 0, term, shared, rest.length);
        return term;
    }
}
