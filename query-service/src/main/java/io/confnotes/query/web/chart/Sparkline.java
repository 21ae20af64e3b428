package io.confnotes.query.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line without axes, as small as a word.
 *
 * @param points of an SVG polyline, in a box of {@value #WIDTH} times {@value #HEIGHT}
 */
public record Sparkline(String points) {

  private static final double WIDTH = 80;
  private static final double HEIGHT = 20;

  /** Leaves room for half of the line's width. */
  private static final double EDGE = 1.5;

  /**
   * Draws values at equal distances, from 0 at the bottom to the largest at the top.
   *
   * @param values none negative
   */
  public static Sparkline of(List<Double> values) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double step = values.size() < 2 ? 0 : (WIDTH - 2 * EDGE) / (values.size() - 1);
    return new Sparkline(
        IntStream.range(0, values.size())
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        EDGE + i * step,
                        y(most == 0 ? 0 : values.get(i) / most)))
            .collect(Collectors.joining(" ")));
  }

  private static double y(double part) {
    return HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE);
  }
}
