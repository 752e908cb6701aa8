package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Neighbour;
import org.pressroom.meaning.Clusters;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.SentenceVector;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which documents are about much the same.
///
/// @param vectors  by number of document; null for those of which nobody knows
/// @param clusters of these
/// @param nearest  by number of document: those nearest to it, nearest first
public record PriorProblems(List<@Nullable MeaningVector> vectors, Clusters clusters, List<List<Neighbour>> nearest) {

    /// How many are kept of each document.
    private static final int MOST = 5;
    /// Nearer than nine in ten problems of one trade are to any other of it, by the table as by the model.
    private static final double NEAR = 0.6;
    /// More than two ways to add up the products of a cosine differ by.
    private static final double ROUNDING = 1e-9;
    /// No document is compared with more, but for those in the heap that reaches it: where heaps are uneven, the large ones are near to most.
    private static final int MOST_COMPARED = 1_024;
    private static final RecordCodec<Near> NEAR_CODEC = RecordCodec.of(Near.class);
    private static final byte[] NOTHING = {};

    private static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparingDouble(Neighbour::score).reversed().thenComparingInt(Neighbour::number);

    public PriorProblems {
        vectors = Collections.unmodifiableList(new ArrayList<>(vectors));
        nearest = List.copyOf(nearest);
    }

    /// Compares each document with those of the heaps that are nearest to it, not with all.
    ///
    /// @param meanings  by path; those of which nobody knows are missing
    /// @param sentences what a sentence model makes of the same; empty without one
    /// @param store     of what was found before
    public static PriorProblems of(Catalog catalog, Map<SourcePath, MeaningVector> meanings, Map<SourcePath, SentenceVector> sentences,
            Semantics semantics, Workers workers, ResultStore store) {
        List<@Nullable MeaningVector> vectors = new ArrayList<>();
        List<@Nullable SentenceVector> whole = new ArrayList<>();
        for (Entry entry : catalog.entries()) {
            vectors.add(meanings.get(entry.facts().path()));
            whole.add(sentences.get(entry.facts().path()));
        }
        Clusters clusters = Clusters.of(vectors);
        List<List<Neighbour>> nearest = new ArrayList<>(Collections.nCopies(vectors.size(), List.of()));
        if (semantics instanceof Semantics.Words || semantics instanceof Semantics.Nothing) {
            return new PriorProblems(vectors, clusters, nearest);
        }
        Key key = key(vectors, whole);
        Optional<Near> kept = store.get(ResultStore.Kind.NEAR, key).flatMap(bytes -> NEAR_CODEC.read(bytes)).filter(near -> near.nearest.size() == vectors.size());
        if (kept.isPresent()) {
            return new PriorProblems(vectors, clusters, kept.get().nearest);
        }
        workers.forEach(vectors.size(), i -> nearest.set(i, nearest(i, vectors, whole, clusters)));
        store.put(ResultStore.Kind.NEAR, key, () -> NEAR_CODEC.encode(new Near(nearest)));
        return new PriorProblems(vectors, clusters, nearest);
    }

    /// What was found, as it is kept.
    record Near(List<List<Neighbour>> nearest) { }

    /// All that neighbours follow from.
    private static Key key(List<@Nullable MeaningVector> vectors, List<@Nullable SentenceVector> sentences) {
        Fingerprint print = new Fingerprint("near " + NEAR_CODEC.schema()).key(Program.key());
        for (int i = 0; i < vectors.size(); i++) {
            MeaningVector vector = vectors.get(i);
            SentenceVector sentence = sentences.get(i);
            print.octets(vector == null ? NOTHING : vector.bytes()).octets(sentence == null ? NOTHING : sentence.bytes());
        }
        return print.key();
    }

    /// By the model where it has read both, else by the table.
    private static List<Neighbour> nearest(
            int number, List<@Nullable MeaningVector> vectors, List<@Nullable SentenceVector> sentences, Clusters clusters) {
        MeaningVector own = vectors.get(number);
        if (own == null) {
            return List.of();
        }
        double[] direction = own.direction();
        SentenceVector sentence = sentences.get(number);
        Neighbour[] near = new Neighbour[MOST];
        int found = 0;
        int compared = 0;
        double least = NEAR;
        for (int heap : clusters.near(own)) {
            if (compared >= MOST_COMPARED) {
                break;
            }
            int[] members = clusters.members(heap);
            compared += members.length;
            for (int other : members) {
                SentenceVector its = sentences.get(other);
                MeaningVector vector = vectors.get(other);
                double cosine = other == number ? 0 : sentence != null && its != null ? sentence.cosine(its)
                    : vector == null || vector.cosine(own) < least - ROUNDING ? 0 : vector.cosine(direction);
                if (cosine >= least) {
                    found = insert(new Neighbour(other, cosine), near, found);
                    least = found == MOST ? near[MOST - 1].score() : NEAR;
                }
            }
        }
        return List.of(Arrays.copyOf(near, found));
    }

    /// Keeps the nearest ones in order.
    ///
    /// @return how many there are now
    private static int insert(Neighbour one, Neighbour[] near, int found) {
        int at = found;
        while (at > 0 && NEAREST_FIRST.compare(one, near[at - 1]) < 0) {
            at--;
        }
        if (at < near.length) {
            System.arraycopy(near, at, near, at + 1, Math.min(found, near.length - 1) - at);
            near[at] = one;
        }
        return Math.min(found + 1, near.length);
    }
}
