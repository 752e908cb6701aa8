package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// By the meanings of their words: the cosine of the angle between the question's meaning and the proposal's.
public final class TableLikeness implements Likeness {

    private final Encoder encoder;
    private final @Nullable MeaningVector[] vectors;

    /// @throws IOException when the index can't be read
    public TableLikeness(SearchIndex index, Encoder encoder) throws IOException {
        this.encoder = encoder;
        vectors = new @Nullable MeaningVector[index.size()];
        List<byte @Nullable []> stored = index.binary(IndexFields.MEANING);
        for (int number = 0; number < vectors.length; number++) {
            byte[] bytes = stored.get(number);
            vectors[number] = bytes == null ? null : MeaningVector.of(bytes);
        }
    }

    @Override
    public double @Nullable [] to(String question) {
        Optional<double[]> direction = encoder.question(question);
        if (direction.isEmpty()) {
            return null;
        }
        double[] cosines = new double[vectors.length];
        for (int number = 0; number < cosines.length; number++) {
            MeaningVector vector = vectors[number];
            cosines[number] = vector == null ? Double.NaN : vector.cosine(direction.get());
        }
        return cosines;
    }

    @Override
    public Closeness closeness() {
        return Closeness.BY_TABLE;
    }
}
