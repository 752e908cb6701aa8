package org.pressroom.meaning;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A sum of a [SentenceModel]'s directions, in eight bits a dimension: a whole number from −127 to 127 times one scale.
public final class SentenceVector {

    /// How many dimensions a vector has.
    public static final int DIMENSIONS = 384;
    /// How many bytes it takes: the scale as a float, then the numbers.
    public static final int BYTES = Float.BYTES + DIMENSIONS;

    private static final int MOST = 127;

    private final float scale;
    private final byte[] levels;
    private final double length;

    private SentenceVector(float scale, byte[] levels) {
        this.scale = scale;
        this.levels = levels;
        long squares = 0;
        for (byte level : levels) {
            squares += level * level;
        }
        length = Math.sqrt(squares);
    }

    /// The nearest that eight bits a dimension can tell.
    public static SentenceVector of(float[] exact) {
        float most = 0;
        for (float one : exact) {
            most = Math.max(most, Math.abs(one));
        }
        byte[] levels = new byte[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS && most > 0; d++) {
            levels[d] = (byte) Math.round(exact[d] / most * MOST);
        }
        return new SentenceVector(most / MOST, levels);
    }

    /// One that was stored.
    ///
    /// @param bytes [#BYTES] of them
    public static SentenceVector of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a vector has " + BYTES + " bytes, not " + bytes.length);
        }
        return new SentenceVector(ByteBuffer.wrap(bytes).getFloat(), Arrays.copyOfRange(bytes, Float.BYTES, BYTES));
    }

    /// As [#of(byte[])] reads them.
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putFloat(scale).put(levels).array();
    }

    /// The scalar product with a direction: since that is of length 1, and this is a sum of weights times directions, the sum of
    /// the weights times the cosines.
    public double along(float[] direction) {
        double sum = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            sum += direction[d] * levels[d];
        }
        return sum * scale;
    }

    /// The cosine of the angle to another.
    ///
    /// @return −1 to 1; 0 when one of them has no direction
    public double cosine(SentenceVector other) {
        int sum = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            sum += levels[d] * other.levels[d];
        }
        return length == 0 || other.length == 0 ? 0 : sum / (length * other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentenceVector vector && scale == vector.scale && Arrays.equals(levels, vector.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }
}
