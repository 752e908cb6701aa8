package org.pressroom.meaning;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Documents put together by meaning, so that those near to a question are found by looking at a few heaps.
///
/// The heaps' centres are found on a small sample, which a document is in by its vector alone, and their number grows in steps, so
/// that one document more or less seldom moves them (spherical k-means). What comes out depends on the vectors and their order alone.
public final class Clusters {

    /// How many heaps are looked at for one question, at least, and how many documents at about: all of a small archive.
    private static final int FEWEST_PROBED = 8;
    private static final int COMPARED = 512;

    /// Centres are found from so many documents a heap: from few, so that most documents move none, and the others few.
    private static final int SAMPLED_A_HEAP = 6;
    private static final int MOST_SAMPLED = 2_048;
    /// More would be a little better, but carry what one document changes to all centres.
    private static final int ROUNDS = 2;
    /// Documents of an average heap, at most, in an archive of any size; smaller archives have smaller heaps.
    private static final int LARGEST_AVERAGE = 64;

    private final List<MeaningVector> centres;
    private final List<int[]> members;
    private final int probed;

    private Clusters(List<MeaningVector> centres, List<int[]> members) {
        this.centres = List.copyOf(centres);
        this.members = List.copyOf(members);
        int documents = members.stream().mapToInt(heap -> heap.length).sum();
        probed = documents == 0 ? 0 : Math.max(FEWEST_PROBED, Math.ceilDiv(COMPARED * members.size(), documents));
    }

    /// Divides documents.
    ///
    /// @param vectors by number of document; null for those of which nobody knows, which are in no heap
    public static Clusters of(List<@Nullable MeaningVector> vectors) {
        int[] known = IntStream.range(0, vectors.size()).filter(i -> vectors.get(i) != null).toArray();
        float[][] directions = new float[vectors.size()][];
        for (int number : known) {
            directions[number] = direction(vectors.get(number));
        }
        int count = heaps(known.length);
        List<MeaningVector> centres = Arrays.stream(centres(sample(vectors, directions, Math.min(MOST_SAMPLED, SAMPLED_A_HEAP * count)), count))
            .map(Clusters::rounded).distinct().toList();
        float[][] exact = centres.stream().map(Clusters::direction).toArray(float[][]::new);
        int[] nearest = Arrays.stream(known).parallel().map(number -> nearest(directions[number], exact)).toArray();
        List<List<Integer>> members = new ArrayList<>();
        centres.forEach(_ -> members.add(new ArrayList<>()));
        for (int i = 0; i < known.length; i++) {
            members.get(nearest[i]).add(known[i]);
        }
        List<MeaningVector> used = new ArrayList<>();
        List<int[]> heaps = new ArrayList<>();
        for (int c = 0; c < centres.size(); c++) {
            if (!members.get(c).isEmpty()) {
                used.add(centres.get(c));
                heaps.add(members.get(c).stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return new Clusters(used, heaps);
    }

    /// How many heaps so many documents have: 1, 2, 3, 4, 6, 8, 12 …, so that one document more seldom makes one heap more.
    private static int heaps(int documents) {
        int wanted = Math.max((int) Math.ceil(Math.sqrt(documents)), documents / LARGEST_AVERAGE);
        int step = Integer.highestOneBit(wanted);
        return step > 1 && step + step / 2 <= wanted ? step + step / 2 : step;
    }

    private static float[] direction(MeaningVector vector) {
        double[] exact = vector.direction();
        float[] direction = new float[exact.length];
        for (int d = 0; d < direction.length; d++) {
            direction[d] = (float) exact[d];
        }
        return direction;
    }

    private static MeaningVector rounded(float[] direction) {
        return MeaningVector.of(IntStream.range(0, direction.length).mapToDouble(d -> direction[d]).toArray());
    }

    /// Those with the smallest hash.
    private static float[][] sample(List<@Nullable MeaningVector> vectors, float[][] directions, int most) {
        return IntStream.range(0, directions.length).filter(i -> directions[i] != null).boxed()
            .sorted(Comparator.comparingInt((Integer i) -> hash(vectors.get(i))).thenComparing(i -> i))
            .limit(most).map(i -> directions[i]).toArray(float[][]::new);
    }

    /// FNV-1a.
    private static int hash(@Nullable MeaningVector vector) {
        int hash = 0x811c9dc5;
        if (vector != null) {
            for (byte b : vector.bytes()) {
                hash = (hash ^ b & 0xff) * 0x01000193;
            }
        }
        return hash;
    }

    private static float[][] centres(float[][] sample, int count) {
        float[][] centres = new float[Math.min(count, sample.length)][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = sample[c].clone();
        }
        for (int round = 0; round < ROUNDS; round++) {
            float[][] before = centres;
            int[] nearest = Arrays.stream(sample).parallel().mapToInt(direction -> nearest(direction, before)).toArray();
            float[][] sums = new float[before.length][MeaningVector.DIMENSIONS];
            for (int i = 0; i < sample.length; i++) {
                for (int d = 0; d < MeaningVector.DIMENSIONS; d++) {
                    sums[nearest[i]][d] += sample[i][d];
                }
            }
            float[][] next = new float[before.length][];
            for (int c = 0; c < sums.length; c++) {
                next[c] = unit(sums[c], before[c]);
            }
            centres = next;
        }
        return centres;
    }

    private static float[] unit(float[] sum, float[] otherwise) {
        float squares = dot(sum, sum);
        if (squares == 0) {
            return otherwise;
        }
        float length = (float) Math.sqrt(squares);
        for (int d = 0; d < sum.length; d++) {
            sum[d] /= length;
        }
        return sum;
    }

    private static int nearest(float[] direction, float[][] centres) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float cosine = dot(direction, centres[c]);
            if (cosine > most) {
                most = cosine;
                best = c;
            }
        }
        return best;
    }

    /// Four sums, which a processor can work on at once.
    private static float dot(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int d = 0; d < MeaningVector.DIMENSIONS; d += 4) {
            first += a[d] * b[d];
            second += a[d + 1] * b[d + 1];
            third += a[d + 2] * b[d + 2];
            fourth += a[d + 3] * b[d + 3];
        }
        return first + second + (third + fourth);
    }

    /// The middle of each heap.
    public List<MeaningVector> centres() {
        return centres;
    }

    /// How many heaps are looked at for one question.
    public int probed() {
        return probed;
    }

    /// The documents of a heap, ascending by number.
    public int[] members(int cluster) {
        return members.get(cluster).clone();
    }

    /// The heaps to look at for a question: those with the nearest centres, nearest first; of equal ones the first.
    ///
    /// @param direction of length 1
    public int[] near(double[] direction) {
        return probe(centres.stream().mapToDouble(centre -> centre.cosine(direction)).toArray());
    }

    /// The heaps to look at for a document, in the same order.
    public int[] near(MeaningVector document) {
        return probe(centres.stream().mapToDouble(centre -> centre.cosine(document)).toArray());
    }

    /// @param cosines by heap
    private int[] probe(double[] cosines) {
        int[] nearest = new int[Math.min(probed, cosines.length)];
        int found = 0;
        for (int heap = 0; heap < cosines.length; heap++) {
            int at = found;
            while (at > 0 && cosines[heap] > cosines[nearest[at - 1]]) {
                at--;
            }
            if (at < nearest.length) {
                System.arraycopy(nearest, at, nearest, at + 1, Math.min(found, nearest.length - 1) - at);
                nearest[at] = heap;
                found = Math.min(found + 1, nearest.length);
            }
        }
        return nearest;
    }
}
