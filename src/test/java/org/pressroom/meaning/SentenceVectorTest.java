package org.pressroom.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Random;

class SentenceVectorTest {

    private static float[] direction(long seed) {
        Random random = new Random(seed);
        float[] direction = new float[SentenceVector.DIMENSIONS];
        double squares = 0;
        for (int d = 0; d < direction.length; d++) {
            direction[d] = (float) random.nextGaussian();
            squares += direction[d] * direction[d];
        }
        for (int d = 0; d < direction.length; d++) {
            direction[d] = (float) (direction[d] / Math.sqrt(squares));
        }
        return direction;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /// A quarter of what the second decimal of a score shows; rounding a dimension errs by 0.0006 at most, and 384 of them by chance.
    @Test
    void eightBitsHardlyChangeACosine() {
        for (int i = 0; i < 50; i++) {
            float[] a = direction(i);
            float[] b = direction(1_000 + i / 2);
            for (int d = 0; i % 2 == 0 && d < b.length; d++) {
                b[d] = a[d];
            }
            SentenceVector vector = SentenceVector.of(a);
            assertEquals(product(a, b), vector.along(b), 0.0025);
            assertEquals(product(a, b), vector.cosine(SentenceVector.of(b)), 0.0025);
        }
    }

    @Test
    void bytesGiveTheSameVectorBack() {
        SentenceVector vector = SentenceVector.of(direction(3));
        assertEquals(vector, SentenceVector.of(vector.bytes()));
        assertEquals(SentenceVector.BYTES, vector.bytes().length);
        assertThrows(IllegalArgumentException.class, () -> SentenceVector.of(new byte[SentenceVector.BYTES - 1]));
    }

    @Test
    void withoutDirectionItIsNearNothing() {
        SentenceVector nothing = SentenceVector.of(new float[SentenceVector.DIMENSIONS]);
        assertEquals(0, nothing.along(direction(1)));
        assertEquals(0, nothing.cosine(SentenceVector.of(direction(1))));
    }
}
