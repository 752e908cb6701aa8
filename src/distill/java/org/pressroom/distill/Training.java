package org.pressroom.distill;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Moves the pieces' vectors so that their sums point where the model's vectors of the same texts do: the mean of 1 − cosine is made
/// small by Adam (Kingma and Ba 2015), each piece with moments of its own. On one thread, so that a run can be repeated.
final class Training {

    private static final int BATCH = 64;
    private static final int EPOCHS = 15;
    private static final float RATE = 0.001f;
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;

    private final float[][] table;
    private final int dimensions;
    private final float[][] gradients;
    private final float[][] first;
    private final float[][] second;
    private final int[] steps;

    /// @param table changed in place
    Training(float[][] table) {
        this.table = table;
        dimensions = table[0].length;
        gradients = new float[table.length][];
        first = new float[table.length][];
        second = new float[table.length][];
        steps = new int[table.length];
    }

    /// @param texts   pieces of each
    /// @param targets the model's vectors, projected, of length 1
    void run(List<int[]> texts, float[][] targets) {
        int[] order = new int[texts.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(1);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            double cosines = 0;
            float rate = RATE * (1 - (float) epoch / EPOCHS);
            int done = 0;
            for (; done + BATCH <= order.length; done += BATCH) {
                for (int i = done; i < done + BATCH; i++) {
                    cosines += gradient(texts.get(order[i]), targets[order[i]]);
                }
                for (int i = done; i < done + BATCH; i++) {
                    for (int piece : texts.get(order[i])) {
                        step(piece, rate);
                    }
                }
            }
            System.out.printf("epoch %d of %d: mean cosine %.4f%n", epoch + 1, EPOCHS, cosines / done);
        }
    }

    /// Adds the gradient of −cosine to those of a text's pieces.
    private double gradient(int[] text, float[] target) {
        float[] mean = new float[dimensions];
        for (int piece : text) {
            float[] row = table[piece];
            for (int d = 0; d < dimensions; d++) {
                mean[d] += row[d];
            }
        }
        double squares = 0;
        for (int d = 0; d < dimensions; d++) {
            mean[d] /= text.length;
            squares += mean[d] * mean[d];
        }
        float length = (float) Math.sqrt(squares) + 1e-6f;
        for (int d = 0; d < dimensions; d++) {
            mean[d] /= length;
        }
        float cosine = Vectors.dot(mean, target);
        for (int piece : text) {
            float[] gradient = gradients[piece];
            if (gradient == null) {
                gradient = new float[dimensions];
                gradients[piece] = gradient;
            }
            for (int d = 0; d < dimensions; d++) {
                gradient[d] += (cosine * mean[d] - target[d]) / length / text.length;
            }
        }
        return cosine;
    }

    private void step(int piece, float rate) {
        float[] gradient = gradients[piece];
        if (gradient == null) {
            return;
        }
        gradients[piece] = null;
        if (first[piece] == null) {
            first[piece] = new float[dimensions];
            second[piece] = new float[dimensions];
        }
        steps[piece]++;
        float firstBias = 1 - (float) Math.pow(FIRST, steps[piece]);
        float secondBias = 1 - (float) Math.pow(SECOND, steps[piece]);
        float[] row = table[piece];
        for (int d = 0; d < dimensions; d++) {
            float g = gradient[d];
            first[piece][d] = FIRST * first[piece][d] + (1 - FIRST) * g;
            second[piece][d] = SECOND * second[piece][d] + (1 - SECOND) * g * g;
            row[d] -= rate * (first[piece][d] / firstBias) / ((float) Math.sqrt(second[piece][d] / secondBias) + 1e-8f);
        }
    }
}
