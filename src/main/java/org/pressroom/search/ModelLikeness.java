package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.meaning.SentenceModel;
import org.pressroom.meaning.SentenceVector;

import java.util.List;

/// By what they say as a whole and by the meanings of their words: of the model's cosine two thirds, of the table's one. Both
/// together find more than the model alone, since they err in different places; `src/docs/prior-problems.md` has the measurements.
public final class ModelLikeness implements Likeness {

    /// What the model weighs; the rest is the table's.
    private static final double WEIGHT = 2.0 / 3;

    private final TableLikeness table;
    private final SentenceModel model;
    private final List<@Nullable SentenceVector> vectors;

    /// @param vectors by number of the catalog; null for those of which nobody knows
    public ModelLikeness(TableLikeness table, SentenceModel model, List<@Nullable SentenceVector> vectors) {
        this.table = table;
        this.model = model;
        this.vectors = vectors;
    }

    @Override
    public double @Nullable [] to(String question) {
        double[] likeness = table.to(question);
        if (likeness == null) {
            return null;
        }
        float[] direction = model.vector(SentenceModel.beginning(Analysis.normal(question)));
        for (int number = 0; number < likeness.length; number++) {
            SentenceVector vector = vectors.get(number);
            likeness[number] = vector == null ? Double.NaN : WEIGHT * vector.along(direction) + (1 - WEIGHT) * likeness[number];
        }
        return likeness;
    }

    @Override
    public Closeness closeness() {
        return Closeness.BY_MODEL;
    }
}
