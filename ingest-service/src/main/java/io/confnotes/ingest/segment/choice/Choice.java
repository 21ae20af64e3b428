package io.confnotes.ingest.segment.choice;

import io.confnotes.ingest.segment.layout.Layout;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Openings;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headings and lines that open talks. Each gets the log-odds that it does; then a
 * heading is a talk if that says more than all that could be talks below it, from the leaves up.
 */
public final class Choice {

  private final List<Row> rows;
  private final Outline outline;
  private final List<Candidate> headings;
  private final Likelihood likelihood;

  private Choice(List<Row> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
    this.headings = Candidate.of(outline.headings());
    this.likelihood = new Likelihood(rows, headings);
  }

  /** The chosen openings, with the odds of each, in the order of the text. */
  public static List<Opening> of(List<Row> rows, Outline outline) {
    return new Choice(rows, outline).choose();
  }

  private List<Opening> choose() {
    Openings openings = new Openings(rows);
    Set<Integer> taken = HeadingTalks.read(rows, openings, headings);
    List<Candidate> lines = lines(Layout.all(rows, outline, openings, taken));
    headings.forEach(this::weigh);
    Agreement.reach(headings);
    return best(lines);
  }

  private void weigh(Candidate candidate) {
    Opening opening = candidate.opening;
    candidate.odds = opening == null ? Double.NEGATIVE_INFINITY : likelihood.of(candidate, opening);
  }

  /** The lines of that layout which says most: authors keep to one. */
  private List<Candidate> lines(List<Layout> layouts) {
    Set<String> titles = new HashSet<>();
    for (Candidate heading : headings) {
      if (heading.opening != null) {
        titles.add(key(heading.opening));
      }
    }
    List<Candidate> best = List.of();
    double most = 0;
    for (Layout layout : layouts) {
      List<Candidate> lines =
          candidates(layout.find().stream().filter(line -> !titles.contains(key(line))).toList());
      lines.forEach(this::weigh);
      Agreement.reach(lines);
      double sum = lines.stream().mapToDouble(line -> Math.max(0, line.odds)).sum();
      if (sum > most) {
        most = sum;
        best = lines;
      }
    }
    for (Candidate line : best) {
      if (line.parent != null) {
        line.parent.children.add(line);
      }
    }
    return best;
  }

  /** Programmes and tables of contents repeat the titles of headings. */
  private static String key(Opening opening) {
    return opening.title().toLowerCase(Locale.ROOT);
  }

  private List<Candidate> candidates(List<Opening> found) {
    List<Candidate> lines = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Opening opening = found.get(i);
      Outline.Heading above = outline.above(opening.firstRow());
      int next = i + 1 < found.size() ? found.get(i + 1).firstRow() : rows.size();
      int end = Math.min(next, above == null ? firstHeading() : above.bodyEnd());
      lines.add(Candidate.line(opening, above == null ? null : headings.get(above.index()), end));
    }
    return lines;
  }

  private int firstHeading() {
    return headings.isEmpty() ? rows.size() : headings.getFirst().row;
  }

  private List<Opening> best(List<Candidate> lines) {
    List<Opening> chosen = new ArrayList<>();
    double[] values = new double[rows.size()];
    for (int i = headings.size() - 1; i >= 0; i--) {
      Candidate candidate = headings.get(i);
      double below = below(candidate, values);
      double own = Math.max(0, candidate.odds);
      values[candidate.row] = hasSiblingsBelow(candidate) ? own + below : Math.max(own, below);
    }
    for (Candidate candidate : headings) {
      if (candidate.parent == null) {
        collect(candidate, values, chosen);
      }
    }
    for (Candidate line : lines) {
      if (line.parent == null && line.odds > 0) {
        chosen.add(of(line));
      }
    }
    return chosen;
  }

  /**
   * Where the speaker is a heading below the title, headings of that level that name other speakers
   * are no part of the talk, whatever their level says; nor are lines that name more of them than
   * one talk has.
   */
  private static boolean hasSiblingsBelow(Candidate candidate) {
    return candidate.opening != null
        && (candidate.opening.nameInHeading()
            || (candidate.opening.isNamed() && named(candidate) > candidate.odds));
  }

  private static double named(Candidate candidate) {
    double sum = 0;
    for (Candidate child : candidate.children) {
      boolean named = child.isLine() && child.opening != null && child.opening.isNamed();
      sum += named ? Math.max(0, child.odds) : 0;
    }
    return sum;
  }

  private static double below(Candidate candidate, double[] values) {
    double sum = 0;
    for (Candidate child : candidate.children) {
      sum += child.isLine() ? Math.max(0, child.odds) : values[child.row];
    }
    return sum;
  }

  /** Walks without recursion: levels are few, but the order of the text is wanted. */
  private static void collect(Candidate root, double[] values, List<Opening> chosen) {
    List<Candidate> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Candidate candidate = open.removeLast();
      boolean talk =
          candidate.odds > 0
              && (candidate.isLine()
                  || hasSiblingsBelow(candidate)
                  || candidate.odds >= below(candidate, values));
      if (talk) {
        chosen.add(of(candidate));
      }
      if (!talk || hasSiblingsBelow(candidate)) {
        open.addAll(candidate.children);
      }
    }
  }

  private static Opening of(Candidate candidate) {
    @Nullable Opening opening = candidate.opening;
    if (opening == null) {
      throw new IllegalStateException("Only what has an opening has odds");
    }
    return opening.withOdds(candidate.odds);
  }
}
