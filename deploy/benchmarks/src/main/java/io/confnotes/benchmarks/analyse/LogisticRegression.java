package io.confnotes.benchmarks.analyse;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a logistic regression with a ridge penalty by Newton's method (iteratively reweighted least
 * squares; Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4.1).
 */
final class LogisticRegression {

  private static final int STEPS = 12;
  private static final double PENALTY = 3;

  private LogisticRegression() {}

  /**
   * One observation.
   *
   * @param features as many numbers for each example
   * @param positive what is to be predicted
   */
  record Example(List<Double> features, boolean positive) {}

  /** The weight of each feature. */
  static double[] fit(List<Example> examples) {
    int size = examples.getFirst().features().size();
    double[] weights = new double[size];
    double[] x = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int i = 0; i < size; i++) {
        gradient[i] = -PENALTY * weights[i];
        hessian[i][i] = PENALTY;
      }
      for (Example example : examples) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          x[i] = example.features().get(i);
          sum += weights[i] * x[i];
        }
        double p = 1 / (1 + StrictMath.exp(-sum));
        double error = (example.positive() ? 1 : 0) - p;
        double curvature = p * (1 - p);
        for (int i = 0; i < size; i++) {
          if (x[i] != 0) {
            gradient[i] += error * x[i];
            for (int j = 0; j <= i; j++) {
              hessian[i][j] += curvature * x[i] * x[j];
            }
          }
        }
      }
      double[] change = solve(hessian, gradient);
      for (int i = 0; i < size; i++) {
        weights[i] += change[i];
      }
    }
    return weights;
  }

  /** Solves a symmetric, positive definite system, of which the lower half is given. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] x = Arrays.copyOf(right, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? StrictMath.sqrt(sum) : sum / matrix[j][j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= matrix[i][k] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= matrix[k][i] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
