package org.pressroom.meaning;

import java.util.Arrays;

/// The direction of a document's text, in two bits a dimension.
public final class MeaningVector {

    private static final Levels LEVELS = Levels.OF_DOCUMENTS;

    /// How many dimensions a vector has.
    public static final int DIMENSIONS = 256;
    /// How many bytes it takes.
    public static final int BYTES = LEVELS.bytes(DIMENSIONS);

    private final byte[] codes;

    private MeaningVector(byte[] codes) {
        this.codes = codes;
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
        long squares = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            int level = LEVELS.of(codes, 0, d);
            squares += (long) level * level;
            direction[d] = level;
        }
        double length = Math.sqrt(squares);
        for (int d = 0; d < DIMENSIONS; d++) {
            direction[d] /= length;
        }
        return direction;
    }

    /// The cosine of the angle to a direction.
    ///
    /// @param direction of length 1
    /// @return −1 to 1
    public double cosine(double[] direction) {
        double sum = 0;
        long squares = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            int level = LEVELS.of(codes, 0, d);
            sum += direction[d] * level;
            squares += (long) level * level;
        }
        return sum / Math.sqrt(squares);
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
