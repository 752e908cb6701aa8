package org.pressroom.distill;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

import java.util.Random;

/// Takes the model's vectors to fewer dimensions: their mean is taken away, the principal components are kept, and these are turned
/// at random, so that all dimensions vary alike and the same few bits serve each.
///
/// @param mean   of the texts' vectors
/// @param matrix a row for each of the model's dimensions
record Projection(float[] mean, double[][] matrix) {

    static Projection of(float[][] vectors, int dimensions) {
        float[] mean = Vectors.mean(vectors);
        int n = mean.length;
        double[][] covariance = new double[n][n];
        for (float[] vector : vectors) {
            for (int i = 0; i < n; i++) {
                double x = vector[i] - mean[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += x * (vector[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= vectors.length;
                covariance[j][i] = covariance[i][j];
            }
        }
        RealMatrix components = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false)).getV()
            .getSubMatrix(0, n - 1, 0, dimensions - 1);
        return new Projection(mean, components.multiply(turn(dimensions)).getData());
    }

    private static RealMatrix turn(int dimensions) {
        Random random = new Random(1);
        double[][] gauss = new double[dimensions][dimensions];
        for (double[] row : gauss) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = random.nextGaussian();
            }
        }
        return new QRDecomposition(new Array2DRowRealMatrix(gauss, false)).getQ();
    }

    /// @param centre taken away first
    float[] apply(float[] vector, float[] centre) {
        int dimensions = matrix[0].length;
        double[] sum = new double[dimensions];
        for (int i = 0; i < vector.length; i++) {
            double x = vector[i] - centre[i];
            for (int d = 0; d < dimensions; d++) {
                sum[d] += x * matrix[i][d];
            }
        }
        float[] projected = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            projected[d] = (float) sum[d];
        }
        return projected;
    }
}
