package io.confnotes.benchmarks;

import io.confnotes.ingest.read.text.Format;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads and segments documents of growing size, each size twice as large as the one before, and
 * prints a table of what that took: whether the cost is linear, and how long the largest document
 * that is accepted takes. Each document is measured once, after a warm-up with others; the largest,
 * where that took long, again, as a process takes that has been running for a while.
 */
public final class LinearCost {

  private static final int LARGEST = 1 << 20;
  private static final int SIZES = 4;
  private static final double LIMIT = 1_000;

  /** Sizes behind one that took longer are left out. */
  private static final double TOO_LONG = 5_000;

  /** How often the largest is measured again where it took more than the limit. */
  private static final int AGAIN = 5;

  private static final int WARM_UPS = 30;
  private static final int SHAPE_WARM_UPS = 3;

  private final int largest;
  private final PrintStream out;
  private int measured;
  private int slow;
  private int slowAgain;

  LinearCost(int largest, PrintStream out) {
    this.largest = largest;
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param args parts of the names of formats and shapes, to measure only those: {@code html}, or
   *     {@code markdown/nested}; none for all
   */
  public static void main(String[] args) {
    new LinearCost(LARGEST, System.out).run(List.of(args));
  }

  void run(List<String> wanted) {
    out.printf("%-40s", "format/shape");
    for (int size = 0; size < SIZES; size++) {
      out.printf("%8s KiB      ", bytes(size) >> 10);
    }
    out.printf("%9s %9s %9s %9s%n", "read", "segment", "MB heap", "again");
    for (Fixture fixture : Fixture.values()) {
      warmUp(fixture);
      row(fixture, "notes", wanted, bytes -> DayNotes.of(fixture.markup(), bytes).source());
      for (Shape shape : shapes(fixture)) {
        row(fixture, shape.name(), wanted, bytes -> shape.of(fixture.markup(), bytes));
      }
    }
    out.printf(
        "%d measured; more than %.0f ms took %d the first time, %d again%n",
        measured, LIMIT, slow, slowAgain);
  }

  private static List<Shape> shapes(Fixture fixture) {
    return Stream.of(Shape.values()).filter(shape -> shape.isFor(fixture)).toList();
  }

  private void warmUp(Fixture fixture) {
    String notes = DayNotes.of(fixture.markup(), largest / WARM_UPS).source();
    for (int round = 0; round < WARM_UPS; round++) {
      Cost.of(notes, fixture.format());
    }
  }

  private void row(
      Fixture fixture, String shape, List<String> wanted, IntFunction<String> documents) {
    String name = (fixture + "/" + shape).toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
      return;
    }
    out.printf("%-40s", name);
    List<Cost> costs = costs(fixture.format(), documents);
    for (int size = 0; size < SIZES; size++) {
      out.print(cell(costs, size));
    }
    Cost last = costs.getLast();
    double again =
        last.milliseconds() > LIMIT
            ? again(fixture.format(), documents.apply(bytes(SIZES - 1)))
            : last.milliseconds();
    out.printf(
        "%9.1f %9.1f %9.1f %9.1f%n",
        last.readingMilliseconds(),
        last.segmentingMilliseconds(),
        last.allocatedMegabytes(),
        again);
    measured++;
    slow += last.milliseconds() > LIMIT ? 1 : 0;
    slowAgain += again > LIMIT ? 1 : 0;
  }

  /** The median of several times. */
  private static double again(Format format, String document) {
    return IntStream.range(0, AGAIN)
        .mapToDouble(round -> Cost.of(document, format).milliseconds())
        .sorted()
        .skip(AGAIN / 2)
        .findFirst()
        .orElseThrow();
  }

  private List<Cost> costs(Format format, IntFunction<String> documents) {
    List<Cost> costs = new ArrayList<>();
    for (int round = 0; round < SHAPE_WARM_UPS; round++) {
      Cost.of(documents.apply(bytes(0)), format);
    }
    for (int size = 0; size < SIZES; size++) {
      String document = documents.apply(bytes(size));
      System.gc();
      costs.add(Cost.of(document, format));
      if (costs.getLast().milliseconds() > TOO_LONG) {
        break;
      }
    }
    return costs;
  }

  /** The milliseconds, and how many times those of the size before. */
  private static String cell(List<Cost> costs, int size) {
    if (size >= costs.size()) {
      return "%12s %6s".formatted("-", "");
    }
    double now = costs.get(size).milliseconds();
    if (size == 0) {
      return "%12.1f %6s".formatted(now, "");
    }
    return "%12.1f %6s".formatted(now, "x%.1f".formatted(now / costs.get(size - 1).milliseconds()));
  }

  private int bytes(int size) {
    return largest >> (SIZES - 1 - size);
  }
}
