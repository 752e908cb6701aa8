package org.pressroom.meaning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The direction of a document's text, in two bits a dimension.
public final class MeaningVector {

    private static final Levels LEVELS = Levels.OF_DOCUMENTS;
    private static final double[] EXACT = LEVELS.exact();

    /// How many dimensions a vector has.
    public static final int DIMENSIONS = 256;
    /// How many bytes it takes.
    public static final int BYTES = LEVELS.bytes(DIMENSIONS);

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// The lower of the two bits of each dimension in a word.
    private static final long LOWER_BITS = 0x5555_5555_5555_5555L;
    /// The smaller level's size, and by how much the larger one's is larger.
    private static final long SMALL = (long) EXACT[2];
    private static final long MORE = (long) (EXACT[3] - EXACT[2]);

    private final byte[] codes;
    private final double length;
    /// How many dimensions have the larger level.
    private final int large;

    private MeaningVector(byte[] codes) {
        this.codes = codes;
        long squares = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            long level = LEVELS.of(codes, 0, d);
            squares += level * level;
        }
        length = Math.sqrt(squares);
        int most = 0;
        for (int w = 0; w < BYTES; w += Long.BYTES) {
            most += Long.bitCount(large((long) WORDS.get(codes, w)));
        }
        large = most;
    }

    /// The dimensions of a word whose level is the larger one: both bits of its code are set, or neither is.
    private static long large(long word) {
        return ~(word ^ word >>> 1) & LOWER_BITS;
    }

    /// The nearest that two bits a dimension can tell.
    static MeaningVector of(double[] direction) {
        return new MeaningVector(LEVELS.codes(direction));
    }

    /// One that was stored.
    ///
    /// @param bytes [#BYTES] of them
    public static MeaningVector of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a vector has " + BYTES + " bytes, not " + bytes.length);
        }
        return new MeaningVector(bytes.clone());
    }

    /// Four dimensions a byte, as [Levels#OF_DOCUMENTS] tells them.
    public byte[] bytes() {
        return codes.clone();
    }

    /// The direction, of length 1.
    public double[] direction() {
        double[] direction = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            direction[d] = LEVELS.of(codes, 0, d) / length;
        }
        return direction;
    }

    /// The cosine of the angle to a direction.
    ///
    /// @param direction of length 1
    /// @return −1 to 1
    public double cosine(double[] direction) {
        double sum = 0;
        // In the order of dimensions, four a byte, as in the browser.
        for (int b = 0; b < BYTES; b++) {
            int octet = codes[b];
            sum += direction[4 * b] * EXACT[octet & 3];
            sum += direction[4 * b + 1] * EXACT[octet >> 2 & 3];
            sum += direction[4 * b + 2] * EXACT[octet >> 4 & 3];
            sum += direction[4 * b + 3] * EXACT[octet >> 6 & 3];
        }
        return sum / length;
    }

    /// The cosine of the angle to another vector: as [#cosine(double[])] tells it for its direction, but for the rounding of sums.
    ///
    /// Each level is a sign times `SMALL` or `SMALL + MORE`, so the products add up to whole numbers of dimensions, which bits
    /// count: 32 dimensions a word.
    ///
    /// @return −1 to 1
    public double cosine(MeaningVector other) {
        int opposed = 0;
        int opposedOwnLarge = 0;
        int opposedItsLarge = 0;
        int bothLarge = 0;
        int opposedBothLarge = 0;
        for (int w = 0; w < BYTES; w += Long.BYTES) {
            long own = (long) WORDS.get(codes, w);
            long its = (long) WORDS.get(other.codes, w);
            long against = (own ^ its) >>> 1 & LOWER_BITS;
            long ownLarge = large(own);
            long itsLarge = large(its);
            opposed += Long.bitCount(against);
            opposedOwnLarge += Long.bitCount(against & ownLarge);
            opposedItsLarge += Long.bitCount(against & itsLarge);
            bothLarge += Long.bitCount(ownLarge & itsLarge);
            opposedBothLarge += Long.bitCount(against & ownLarge & itsLarge);
        }
        long sum = SMALL * SMALL * (DIMENSIONS - 2 * opposed)
            + SMALL * MORE * (large + other.large - 2 * (opposedOwnLarge + opposedItsLarge))
            + MORE * MORE * (bothLarge - 2 * opposedBothLarge);
        return sum / (length * other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeaningVector vector && Arrays.equals(codes, vector.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
