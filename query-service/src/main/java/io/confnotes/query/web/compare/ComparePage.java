package io.confnotes.query.web.compare;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two events or two years side by side.
 *
 * @param left what was asked for, as it was typed
 * @param missing which of the two there are no talks of; null where both are there or none was
 *     asked for
 * @param names what can be asked for
 */
record ComparePage(
    String left,
    String right,
    @Nullable String missing,
    @Nullable Comparison comparison,
    List<Bar> bars,
    List<String> names)
    implements TemplateInstance {

  /** A tag with its shares of both sides, and the lengths of their bars, 0 to 100. */
  record Bar(
      String slug,
      String name,
      long left,
      long right,
      double leftShare,
      double rightShare,
      double leftWidth,
      double rightWidth) {}

  static List<Bar> bars(Comparison comparison) {
    double leftCovered = comparison.left().covered();
    double rightCovered = comparison.right().covered();
    double most =
        comparison.rows().stream()
            .mapToDouble(row -> Math.max(row.left() / leftCovered, row.right() / rightCovered))
            .max()
            .orElse(1);
    return comparison.rows().stream()
        .map(
            row ->
                new Bar(
                    row.slug(),
                    row.name(),
                    row.left(),
                    row.right(),
                    row.left() / leftCovered,
                    row.right() / rightCovered,
                    width(row.left() / leftCovered / most),
                    width(row.right() / rightCovered / most)))
        .toList();
  }

  private static double width(double part) {
    return Math.round(1_000 * part) / 10.0;
  }
}
