package org.pressroom.meaning;

import java.util.Arrays;

/// The direction of a document's text, in two bits a dimension.
public final class MeaningVector {

    private static final Levels LEVELS = Levels.OF_DOCUMENTS;
    private static final double[] EXACT = LEVELS.exact();

    /// How many dimensions a vector has.
    public static final int DIMENSIONS = 256;
    /// How many bytes it takes.
    public static final int BYTES = LEVELS.bytes(DIMENSIONS);

    private final byte[] codes;
    private final double length;

    private MeaningVector(byte[] codes) {
        this.codes = codes;
        long squares = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            long level = LEVELS.of(codes, 0, d);
            squares += level * level;
        }
        length = Math.sqrt(squares);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof MeaningVector vector && Arrays.equals(codes, vector.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
