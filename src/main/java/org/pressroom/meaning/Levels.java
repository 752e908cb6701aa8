package org.pressroom.meaning;

import java.util.Arrays;

/// How a number that is normally distributed is told in a few bits with the least error (Max 1960, Lloyd 1982): levels in
/// ten-thousandths of the standard deviation, half of them negative.
public final class Levels {

    /// For pieces, whose errors add up.
    public static final Levels OF_PIECES = new Levels(4, 1284, 3881, 6568, 9424, 12562, 16181, 20690, 27326);
    /// For documents: a question is told exactly, so this is enough.
    public static final Levels OF_DOCUMENTS = new Levels(2, 4528, 15104);

    private static final int UNIT = 10_000;

    private final int bits;
    private final int[] positive;
    private final int[] all;

    private Levels(int bits, int... positive) {
        this.bits = bits;
        this.positive = positive;
        all = new int[2 * positive.length];
        for (int i = 0; i < positive.length; i++) {
            all[positive.length + i] = positive[i];
            all[positive.length - 1 - i] = -positive[i];
        }
    }

    /// How many bytes the codes of a vector take.
    public int bytes(int dimensions) {
        return dimensions * bits / Byte.SIZE;
    }

    /// Each level times a factor, by code.
    long[] times(long factor) {
        long[] products = new long[all.length];
        for (int code = 0; code < products.length; code++) {
            products[code] = all[code] * factor;
        }
        return products;
    }

    /// Each level, by code.
    double[] exact() {
        return Arrays.stream(all).asDoubleStream().toArray();
    }

    /// The level of one dimension.
    ///
    /// @param codes  of vectors
    /// @param offset where the vector's codes begin, in bytes
    int of(byte[] codes, int offset, int dimension) {
        int bit = dimension * bits;
        return all[codes[offset + bit / Byte.SIZE] >> bit % Byte.SIZE & (1 << bits) - 1];
    }

    /// Codes of a vector: ascending with the level, earlier dimensions in lower bits.
    public byte[] codes(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        double deviation = Math.sqrt(squares / vector.length);
        byte[] codes = new byte[bytes(vector.length)];
        for (int d = 0; d < vector.length; d++) {
            int bit = d * bits;
            codes[bit / Byte.SIZE] |= (byte) (code(deviation == 0 ? 0 : vector[d] / deviation) << bit % Byte.SIZE);
        }
        return codes;
    }

    private int code(double x) {
        int i = 0;
        while (i < positive.length - 1 && 2 * UNIT * Math.abs(x) > positive[i] + positive[i + 1]) {
            i++;
        }
        return x < 0 ? positive.length - 1 - i : positive.length + i;
    }
}
