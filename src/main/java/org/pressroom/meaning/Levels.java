package org.pressroom.meaning;

import java.util.Arrays;

/// How a number that is normally distributed is told in a few bits with the least error (Max 1960, Lloyd 1982): levels in
/// ten-thousandths of the standard deviation, half of them negative.
public final class Levels {

    /// For pieces, whose errors add up.
    public static final Levels OF_PIECES = new Levels(4, 1284, 3881, 6568, 9424, 12562, 16181, 20690, 27326);
    /// For the common pieces of a question. Of the four bits that each takes one is never set, and packs away.
    static final Levels OF_COMMON_PIECES = new Levels(4, 2451, 7560, 13439, 21520);
    /// For documents, since a question is more exact, and for the rarer pieces of a question.
    public static final Levels OF_DOCUMENTS = new Levels(2, 4528, 15104);

    private static final int UNIT = 10_000;
    /// How many levels [#OF_PIECES] has.
    private static final int LEVELS_OF_PIECES = 16;

    private final int bits;
    private final int[] positive;
    private final int[] all;
    /// By the code of [#OF_PIECES], the level that stands for it.
    private final int[] ofPieces = new int[LEVELS_OF_PIECES];

    private Levels(int bits, int... positive) {
        this.bits = bits;
        this.positive = positive;
        all = new int[2 * positive.length];
        for (int i = 0; i < positive.length; i++) {
            all[positive.length + i] = positive[i];
            all[positive.length - 1 - i] = -positive[i];
        }
        for (int code = 0; code < ofPieces.length; code++) {
            ofPieces[code] = all[rounded(code)];
        }
    }

    /// How many bytes the codes of a vector take.
    public int bytes(int dimensions) {
        return dimensions * bits / Byte.SIZE;
    }

    /// How many levels there are.
    int count() {
        return all.length;
    }

    /// The level that stands for each of [#OF_PIECES], times a factor, by the code of that.
    long[] times(long factor) {
        long[] products = new long[ofPieces.length];
        for (int code = 0; code < products.length; code++) {
            products[code] = ofPieces[code] * factor;
        }
        return products;
    }

    /// The code of the level that stands for one of [#OF_PIECES]. Neighbours share one, so it is the nearest or next to it.
    private int rounded(int code) {
        return code * all.length / LEVELS_OF_PIECES;
    }

    /// A vector in these levels.
    ///
    /// @param row in those of [#OF_PIECES]
    byte[] rounded(byte[] row) {
        int dimensions = row.length * Byte.SIZE / OF_PIECES.bits;
        byte[] codes = new byte[bytes(dimensions)];
        for (int d = 0; d < dimensions; d++) {
            put(codes, d, rounded(OF_PIECES.code(row, 0, d)));
        }
        return codes;
    }

    private void put(byte[] codes, int dimension, int code) {
        int bit = dimension * bits;
        codes[bit / Byte.SIZE] |= (byte) (code << bit % Byte.SIZE);
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
        return all[code(codes, offset, dimension)];
    }

    private int code(byte[] codes, int offset, int dimension) {
        int bit = dimension * bits;
        return codes[offset + bit / Byte.SIZE] >> bit % Byte.SIZE & (1 << bits) - 1;
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
            put(codes, d, code(deviation == 0 ? 0 : vector[d] / deviation));
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
