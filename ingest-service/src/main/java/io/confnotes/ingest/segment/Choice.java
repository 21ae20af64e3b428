package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.Outline.Node;
import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headings and lines that open talks. Each gets the log-odds that it does; then a
 * heading is a talk if that says more than all that could be talks below it, from the leaves up.
 */
final class Choice {

  private final List<Row> rows;
  private final Outline outline;
  private final Openings openings;
  private final Likelihood likelihood;

  private Choice(List<Row> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
    this.openings = new Openings(rows);
    this.likelihood = new Likelihood(rows, outline);
  }

  /** The chosen openings, with the odds of each, in the order of the text. */
  static List<Opening> of(List<Row> rows, Outline outline) {
    return new Choice(rows, outline).choose();
  }

  private List<Opening> choose() {
    Set<Integer> taken = readHeadings();
    List<Node> lines = lines(taken);
    for (Node node : outline.headings()) {
      weigh(node);
    }
    Agreement.reach(outline.headings());
    return best(lines);
  }

  private void weigh(Node node) {
    Opening opening = node.opening;
    node.odds = opening == null ? Double.NEGATIVE_INFINITY : likelihood.of(node, opening);
  }

  /** Reads what each heading opens; those that another one uses open nothing. */
  private Set<Integer> readHeadings() {
    Habit[] habits = new Habit[Outline.LEVELS];
    Arrays.setAll(habits, _ -> new Habit());
    for (Node node : outline.headings()) {
      String text = rows.get(node.row).slot().title();
      if (!SectionTitle.isSection(text)) {
        habits[node.level].add(text);
      }
    }
    Set<Integer> taken = new HashSet<>();
    for (Node node : outline.headings()) {
      if (taken.contains(node.row)) {
        continue;
      }
      Opening opening = openings.at(node.row, node.end, habits[node.level]);
      Node same = sameBelow(node);
      if (same != null && opening != null) {
        taken.add(same.row);
        Opening repeated = openings.at(same.row, same.end, habits[same.level]);
        opening =
            repeated != null && repeated.isNamed() && !opening.isNamed()
                ? repeated.from(node.row)
                : opening.and(same.row);
      }
      boolean eventOfSomebody =
          opening != null
              && opening.nameInHeading()
              && SectionTitle.isEvent(rows.get(node.row).text());
      node.opens(eventOfSomebody ? null : opening);
      listenToProse(node);
      boolean list = SectionTitle.isListOfTalks(rows.get(node.row).text());
      if (node.opening != null && node.opening.isNamed() && !list) {
        taken.addAll(node.opening.used());
      }
    }
    return taken;
  }

  /** Prose below a heading can tell that it is a talk, and whose. */
  private void listenToProse(Node node) {
    Opening opening = node.opening;
    if (opening == null || !node.isTitled()) {
      return;
    }
    boolean panel = rows.get(node.row).slot().isPanel();
    Told told = Told.below(rows, opening.used().getLast() + 1, node.bodyEnd, panel);
    node.told = told.talk();
    if (!opening.isNamed() && !told.speakers().isEmpty()) {
      node.opening = opening.told(new People(told.speakers(), Told.STRENGTH));
    }
  }

  /** The heading that only repeats the document's title. */
  private @Nullable Node sameBelow(Node node) {
    if (node.level > 0 || node.children.isEmpty()) {
      return null;
    }
    Node first = node.children.getFirst();
    String title = TitleLine.clean(rows.get(node.row).text());
    return TitleLine.clean(rows.get(first.row).text()).equalsIgnoreCase(title) ? first : null;
  }

  /** The lines of that shape which says most: authors keep to one. */
  private List<Node> lines(Set<Integer> taken) {
    Set<String> headings = new HashSet<>();
    for (Node node : outline.headings()) {
      if (node.opening != null) {
        headings.add(key(node.opening));
      }
    }
    List<Node> best = List.of();
    double most = 0;
    boolean listed = rows.stream().anyMatch(Row::isListItem);
    for (LineShape shape : LineShape.values()) {
      if (!listed && shape == LineShape.ABOVE_ITEMS) {
        continue;
      }
      List<Node> nodes =
          nodes(
              openings(shape, taken).stream()
                  .filter(line -> !headings.contains(key(line)))
                  .toList());
      nodes.forEach(this::weigh);
      Agreement.reach(nodes);
      double sum = nodes.stream().mapToDouble(node -> Math.max(0, node.odds)).sum();
      if (sum > most) {
        most = sum;
        best = nodes;
      }
    }
    for (Node node : best) {
      if (node.parent != null) {
        node.parent.children.add(node);
      }
    }
    return best;
  }

  private List<Opening> openings(LineShape shape, Set<Integer> taken) {
    return switch (shape) {
      case THREAD -> ThreadTalks.find(rows);
      case TABLE -> TableTalks.find(rows);
      case TOLD -> ToldTalks.find(rows);
      case LABELLED, STRONG, PLAIN, NUMBERED, ABOVE_ITEMS, ITEM ->
          new LineTalks(rows, openings, outline, taken, shape).find();
    };
  }

  /** Programmes and tables of contents repeat the titles of headings. */
  private static String key(Opening opening) {
    return opening.title().toLowerCase(Locale.ROOT);
  }

  private List<Node> nodes(List<Opening> found) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Opening opening = found.get(i);
      Node parent = outline.above(opening.firstRow());
      Node node = Node.line(opening.row(), parent);
      int next = i + 1 < found.size() ? found.get(i + 1).firstRow() : rows.size();
      node.end = Math.min(next, parent == null ? firstHeading() : parent.bodyEnd);
      node.bodyEnd = node.end;
      node.opens(opening);
      nodes.add(node);
    }
    return nodes;
  }

  private int firstHeading() {
    return outline.headings().isEmpty() ? rows.size() : outline.headings().getFirst().row;
  }

  private List<Opening> best(List<Node> lines) {
    List<Opening> chosen = new ArrayList<>();
    double[] values = new double[rows.size()];
    List<Node> headings = outline.headings();
    for (int i = headings.size() - 1; i >= 0; i--) {
      Node node = headings.get(i);
      double below = below(node, values);
      double own = Math.max(0, node.odds);
      values[node.row] = hasSiblingsBelow(node) ? own + below : Math.max(own, below);
    }
    for (Node node : headings) {
      if (node.parent == null) {
        collect(node, values, chosen);
      }
    }
    for (Node line : lines) {
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
  private static boolean hasSiblingsBelow(Node node) {
    return node.opening != null
        && (node.opening.nameInHeading() || (node.opening.isNamed() && named(node) > node.odds));
  }

  private static double named(Node node) {
    double sum = 0;
    for (Node child : node.children) {
      boolean named = child.isLine() && child.opening != null && child.opening.isNamed();
      sum += named ? Math.max(0, child.odds) : 0;
    }
    return sum;
  }

  private static double below(Node node, double[] values) {
    double sum = 0;
    for (Node child : node.children) {
      sum += child.isLine() ? Math.max(0, child.odds) : values[child.row];
    }
    return sum;
  }

  /** Walks without recursion: levels are few, but the order of the text is wanted. */
  private static void collect(Node root, double[] values, List<Opening> chosen) {
    List<Node> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      boolean talk =
          node.odds > 0
              && (node.isLine() || hasSiblingsBelow(node) || node.odds >= below(node, values));
      if (talk) {
        chosen.add(of(node));
      }
      if (!talk || hasSiblingsBelow(node)) {
        open.addAll(node.children);
      }
    }
  }

  private static Opening of(Node node) {
    @Nullable Opening opening = node.opening;
    if (opening == null) {
      throw new IllegalStateException("Only what has an opening has odds");
    }
    return opening.withOdds(node.odds);
  }
}
