package org.pressroom.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;

/// Every document that a query matches, with its score, in Lucene's order. Not safe for several threads.
final class Matches extends SimpleCollector {

    private final SearchIndex index;
    private int[] numbers = new int[64];
    private float[] scores = new float[64];
    private int size;
    private int docBase;
    private @Nullable Scorable scorer;

    Matches(SearchIndex index) {
        this.index = index;
    }

    int size() {
        return size;
    }

    int number(int at) {
        return numbers[at];
    }

    float score(int at) {
        return scores[at];
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
        docBase = context.docBase;
    }

    @Override
    public void setScorer(Scorable newScorer) {
        scorer = newScorer;
    }

    @Override
    public void collect(int document) throws IOException {
        add(index.number(docBase + document), scorer == null ? 0 : scorer.score());
    }

    private void add(int number, float score) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
        }
        numbers[size] = number;
        scores[size++] = score;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /// Joins what was found in parts of the index.
    record Manager(SearchIndex index) implements CollectorManager<Matches, Matches> {

        @Override
        public Matches newCollector() {
            return new Matches(index);
        }

        @Override
        public Matches reduce(Collection<Matches> parts) {
            Matches all = new Matches(index);
            for (Matches part : parts) {
                for (int i = 0; i < part.size; i++) {
                    all.add(part.numbers[i], part.scores[i]);
                }
            }
            return all;
        }
    }
}
