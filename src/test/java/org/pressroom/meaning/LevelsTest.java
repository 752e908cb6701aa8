package org.pressroom.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class LevelsTest {

    @Test
    void codesAscendWithTheNumberAndFillBytesFromBelow() {
        // The deviation of these is 1.
        double[] vector = {-1.5, -0.5, 0.5, 1.5, -1.0, 0.9, -0.1, 0.1};
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        double[] scaled = new double[8];
        for (int d = 0; d < 8; d++) {
            scaled[d] = 7 * vector[d] * Math.sqrt(8 / squares);
        }
        byte[] codes = Levels.OF_DOCUMENTS.codes(scaled);
        assertArrayEquals(new byte[] {(byte) 0b11_10_01_00, (byte) 0b10_01_10_00}, codes);
        assertEquals(-15104, Levels.OF_DOCUMENTS.of(codes, 0, 0));
        assertEquals(4528, Levels.OF_DOCUMENTS.of(codes, 0, 7));
    }

    @Test
    void aVectorKeepsItsDirection() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double[] vector = random.doubles(MeaningVector.DIMENSIONS, -1, 1).map(x -> x * x * x).toArray();
            assertTrue(cosine(vector, Levels.OF_PIECES) > 0.98);
            assertTrue(cosine(vector, Levels.OF_DOCUMENTS) > 0.85);
        }
    }

    /// As if it had been coded with fewer levels at once, but for numbers that lie near to a border.
    @Test
    void aRoundedVectorKeepsItsDirection() {
        Random random = new Random(8);
        for (int i = 0; i < 50; i++) {
            double[] vector = random.doubles(MeaningVector.DIMENSIONS).map(_ -> random.nextGaussian()).toArray();
            byte[] row = Levels.OF_PIECES.codes(vector);
            assertTrue(cosine(vector, Levels.OF_COMMON_PIECES, Levels.OF_COMMON_PIECES.rounded(row)) > 0.97);
            assertTrue(cosine(vector, Levels.OF_DOCUMENTS, Levels.OF_DOCUMENTS.rounded(row)) > 0.92);
            assertArrayEquals(row, Levels.OF_PIECES.rounded(row));
        }
    }

    private static double cosine(double[] vector, Levels levels) {
        return cosine(vector, levels, levels.codes(vector));
    }

    private static double cosine(double[] vector, Levels levels, byte[] codes) {
        double dot = 0;
        double own = 0;
        double other = 0;
        for (int d = 0; d < vector.length; d++) {
            double level = levels.of(codes, 0, d);
            dot += vector[d] * level;
            own += vector[d] * vector[d];
            other += level * level;
        }
        return dot / Math.sqrt(own * other);
    }

    @Test
    void sumsAndCosinesAreWhatTheDimensionsSay() {
        byte[] row = Levels.OF_PIECES.codes(new Random(4).doubles(MeaningVector.DIMENSIONS, -1, 1).toArray());
        long[] sum = new long[MeaningVector.DIMENSIONS];
        new PieceTable(List.of("a"), new int[] {3}, row).addTo(sum, 0, 1);
        MeaningVector vector = MeaningVector.of(new Random(5).doubles(MeaningVector.DIMENSIONS, -1, 1).toArray());
        double[] direction = new Random(6).doubles(MeaningVector.DIMENSIONS, -1, 1).toArray();
        double dot = 0;
        for (int d = 0; d < sum.length; d++) {
            assertEquals(3L * Levels.OF_PIECES.of(row, 0, d), sum[d]);
            dot += direction[d] * Levels.OF_DOCUMENTS.of(vector.bytes(), 0, d);
        }
        assertEquals(dot / Math.sqrt(IntStream.range(0, sum.length)
            .map(d -> Levels.OF_DOCUMENTS.of(vector.bytes(), 0, d)).mapToLong(level -> (long) level * level).sum()), vector.cosine(direction));
    }
}
