package org.pressroom.build;

import org.pressroom.meaning.SentenceModel;
import org.pressroom.meaning.SentenceVector;

import java.util.concurrent.atomic.AtomicInteger;

/// A model that needs no download: texts with the same groups of four letters are near. Counts what it reads.
final class LetterModel implements SentenceModel {

    private static final int GROUP = 4;

    final AtomicInteger read = new AtomicInteger();
    private final String name;

    LetterModel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public float[] vector(String text) {
        read.incrementAndGet();
        float[] vector = new float[SentenceVector.DIMENSIONS];
        vector[0] = 0.001f;
        for (int i = 0; i + GROUP <= text.length(); i++) {
            vector[Math.floorMod(text.substring(i, i + GROUP).hashCode(), vector.length)]++;
        }
        double squares = 0;
        for (float one : vector) {
            squares += one * one;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (vector[d] / Math.sqrt(squares));
        }
        return vector;
    }
}
