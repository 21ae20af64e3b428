package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds talks among the headings of a document: those that show speakers or a slot, and those of
 * the same level that look like them.
 */
final class HeadingTalks {

  private static final int LEVELS = 7;
  private static final double STRONG = 0.75;

  private final List<Row> rows;
  private final Outline outline;
  private final Openings openings;

  HeadingTalks(List<Row> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
    this.openings = new Openings(rows);
  }

  List<Opening> find() {
    readOpenings();
    choose();
    dropLonely();
    completeLevels();
    List<Opening> talks = new ArrayList<>();
    for (Outline.Node node : outline.nodes()) {
      if (node.talk && node.opening != null) {
        talks.add(node.opening);
      }
    }
    return talks;
  }

  private void readOpenings() {
    Habit[] habits = new Habit[LEVELS];
    Arrays.setAll(habits, _ -> new Habit());
    for (Outline.Node node : outline.nodes()) {
      String text = rows.get(node.row).slot().title();
      if (!SectionTitle.isSection(text)) {
        habits[node.level].add(text);
      }
    }
    Set<Integer> taken = new HashSet<>();
    for (Outline.Node node : outline.nodes()) {
      if (!taken.contains(node.row)) {
        node.opening = openings.at(node.row, node.end, habits[node.level]);
        if (node.hasNameHeading() && SectionTitle.isEvent(rows.get(node.row).text())) {
          node.opening = null;
        }
        if (node.opening != null && node.opening.isNamed()) {
          node.opening.used().stream().filter(row -> row != node.row).forEach(taken::add);
        }
      }
    }
  }

  /** From the leaves up: a heading with evidence is a talk, unless it holds talks itself. */
  private void choose() {
    List<Outline.Node> nodes = outline.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Outline.Node node = nodes.get(i);
      node.talk = isTalk(node);
      if (node.talk && !node.hasNameHeading()) {
        demote(node);
      }
      Outline.Node parent = node.parent;
      if (parent != null) {
        parent.named += node.talk ? 1 : node.named;
      }
    }
  }

  private boolean isTalk(Outline.Node node) {
    Opening opening = node.opening;
    if (opening == null || !(opening.isNamed() || opening.slotted())) {
      return false;
    }
    String heading = rows.get(node.row).text();
    boolean bare = opening.used().size() == 1 && opening.speakers().isEmpty();
    if (SectionTitle.isSection(opening.title())
        && !opening.title().equals("Keynote")
        && (bare || !opening.slotted())) {
      return false;
    }
    if (bare && (SectionTitle.isDate(opening.title()) || !node.hasContent() || node.named > 0)) {
      return false;
    }
    if (node.named == 0 || opening.nameInHeading()) {
      return true;
    }
    boolean event = SectionTitle.isEvent(heading);
    return !event && node.named < 3 && opening.isNamed() && opening.strength() >= 0.6;
  }

  /** What is below a talk is its sections. */
  private static void demote(Outline.Node talk) {
    List<Outline.Node> below = new ArrayList<>(talk.children);
    for (int i = 0; i < below.size(); i++) {
      Outline.Node node = below.get(i);
      if (node.talk || node.named > 0) {
        node.talk = false;
        below.addAll(node.children);
        node.named = 0;
      }
    }
  }

  /** One heading with a weak sign among many without is a section of something else. */
  private void dropLonely() {
    for (int level = 0; level < LEVELS; level++) {
      List<Outline.Node> talks = talks(level);
      long others = outline.nodes().stream().filter(node -> isOther(node, talks)).count();
      boolean weak = talks.stream().allMatch(node -> node.strength() < STRONG);
      if (weak && others >= 3L * talks.size() && level > 1) {
        talks.forEach(node -> node.talk = false);
      }
    }
  }

  private boolean isOther(Outline.Node node, List<Outline.Node> talks) {
    return !talks.isEmpty()
        && node.level == talks.getFirst().level
        && !node.talk
        && !belowTalk(node);
  }

  private List<Outline.Node> talks(int level) {
    return outline.nodes().stream().filter(node -> node.talk && node.level == level).toList();
  }

  private static boolean belowTalk(Outline.Node node) {
    for (Outline.Node up = node.parent; up != null; up = up.parent) {
      if (up.talk && !up.hasNameHeading()) {
        return true;
      }
    }
    return false;
  }

  /** Headings without evidence on a level where most have some. */
  private void completeLevels() {
    for (int level = 0; level < LEVELS; level++) {
      List<Outline.Node> talks = talks(level);
      if (talks.isEmpty()) {
        continue;
      }
      Set<Integer> used = new TreeSet<>();
      for (Outline.Node node : talks) {
        if (node.opening != null) {
          used.addAll(node.opening.used());
        }
      }
      List<Outline.Node> possible = new ArrayList<>();
      for (Outline.Node node : outline.nodes()) {
        if (node.level == talks.getFirst().level
            && !node.talk
            && !used.contains(node.row)
            && isPossible(node)) {
          possible.add(node);
        }
      }
      boolean single =
          talks.size() == 1
              && talks.getFirst().level <= 1
              && talks.getFirst().row == outline.nodes().getFirst().row;
      if (possible.size() <= talks.size() && !single) {
        possible.forEach(node -> node.talk = true);
      }
    }
  }

  private boolean isPossible(Outline.Node node) {
    if (node.opening == null || node.named > 0 || belowTalk(node) || !node.hasContent()) {
      return false;
    }
    String title = node.opening.title();
    return PlainText.words(title) >= 3
        && TitleLine.isPossible(title)
        && !SectionTitle.isSection(title)
        && !SectionTitle.isDate(title)
        && !SectionTitle.isEvent(title);
  }
}
