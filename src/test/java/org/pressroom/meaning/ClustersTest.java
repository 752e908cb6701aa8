package org.pressroom.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ClustersTest {

    private static final int TOPICS = 40;

    /// Documents about forty topics, and two of which nobody knows.
    private static List<@Nullable MeaningVector> documents(int count) {
        Random random = new Random(5);
        double[][] topics = IntStream.range(0, TOPICS).mapToObj(_ -> random.doubles(MeaningVector.DIMENSIONS, -1, 1).toArray()).toArray(double[][]::new);
        List<@Nullable MeaningVector> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] topic = topics[i % TOPICS];
            documents.add(i == 3 || i == count - 1 ? null : MeaningVector.of(Arrays.stream(topic).map(x -> x + random.nextGaussian() * 0.4).toArray()));
        }
        return documents;
    }

    @Test
    void everyDocumentIsInOneHeap() {
        List<@Nullable MeaningVector> documents = documents(900);
        Clusters clusters = Clusters.of(documents);
        int[] all = IntStream.range(0, clusters.centres().size()).flatMap(c -> Arrays.stream(clusters.members(c))).sorted().toArray();
        assertArrayEquals(IntStream.range(0, 899).filter(i -> i != 3).toArray(), all);
        assertTrue(clusters.centres().size() > 20 && clusters.centres().size() <= 30, clusters.centres().size() + " heaps");
    }

    @Test
    void theNearestIsInTheHeapsThatAreLookedAt() {
        List<@Nullable MeaningVector> documents = documents(900);
        Clusters clusters = Clusters.of(documents);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            MeaningVector own = documents.get(i);
            if (own == null) {
                continue;
            }
            double[] direction = own.direction();
            int nearest = -1;
            double most = -1;
            for (int j = 0; j < documents.size(); j++) {
                MeaningVector other = documents.get(j);
                if (j != i && other != null && other.cosine(direction) > most) {
                    most = other.cosine(direction);
                    nearest = j;
                }
            }
            int wanted = nearest;
            found += Arrays.stream(clusters.near(direction)).flatMap(c -> Arrays.stream(clusters.members(c))).anyMatch(j -> j == wanted) ? 1 : 0;
        }
        assertTrue(found >= 195, found + " of 199");
    }

    /// Of 2,000 documents, each of twenty more moves those of three heaps in 36 at most on average.
    @Test
    void aDocumentThatComesMovesFewOthers() {
        List<@Nullable MeaningVector> documents = documents(2_020);
        int moved = 0;
        for (int more = 0; more < 20; more++) {
            List<@Nullable MeaningVector> with = new ArrayList<>(documents.subList(0, 2_000));
            with.add(documents.get(2_000 - 1 + more));
            List<Set<Integer>> before = heaps(Clusters.of(documents.subList(0, 2_000)));
            before.removeAll(heaps(Clusters.of(with)).stream().map(heap -> heap.stream().filter(i -> i < 2_000).collect(Collectors.toSet())).toList());
            moved += before.size();
        }
        assertTrue(moved <= 20 * 3, moved + " heaps in 20 rounds");
    }

    private static List<Set<Integer>> heaps(Clusters clusters) {
        return IntStream.range(0, clusters.centres().size()).mapToObj(c -> Arrays.stream(clusters.members(c)).boxed().collect(Collectors.toSet()))
            .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void theNearestHeapsComeFirst() {
        Clusters clusters = Clusters.of(documents(3_000));
        assertTrue(clusters.probed() < clusters.centres().size(), clusters.probed() + " of " + clusters.centres().size());
        for (MeaningVector one : documents(40)) {
            if (one != null) {
                double[] direction = one.direction();
                int[] expected = IntStream.range(0, clusters.centres().size()).boxed()
                    .sorted(Comparator.comparingDouble((Integer c) -> clusters.centres().get(c).cosine(direction)).reversed().thenComparing(c -> c))
                    .limit(clusters.probed()).mapToInt(Integer::intValue).toArray();
                assertArrayEquals(expected, clusters.near(direction));
            }
        }
    }

    @Test
    void aSmallArchiveIsLookedAtWhole() {
        Clusters clusters = Clusters.of(documents(500));
        assertEquals(clusters.centres().size(), clusters.near(new double[MeaningVector.DIMENSIONS]).length);
    }

    @Test
    void anArchiveMayBeEmptyOrSmall() {
        assertEquals(0, Clusters.of(List.of()).centres().size());
        assertEquals(0, Clusters.of(Arrays.asList(null, null)).near(new double[MeaningVector.DIMENSIONS]).length);
        MeaningVector one = documents(1 + TOPICS).get(0);
        Clusters alike = Clusters.of(List.of(one, one, one));
        assertArrayEquals(new int[] {0, 1, 2}, alike.members(0));
    }

    @Test
    void bitsCountToTheCosine() {
        List<@Nullable MeaningVector> documents = documents(300);
        Clusters clusters = Clusters.of(documents);
        double farthest = 1;
        for (MeaningVector one : documents) {
            for (MeaningVector other : documents) {
                if (one != null && other != null) {
                    assertEquals(one.cosine(other.direction()), one.cosine(other), 1e-12);
                    farthest = Math.min(farthest, one.cosine(other));
                }
            }
            if (one != null) {
                assertArrayEquals(clusters.near(one.direction()), clusters.near(one));
            }
        }
        assertTrue(farthest < 0, "all are near, which tells little");
    }
}
