package io.confnotes.query.web.submit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about the lines of notes, at most one thing of each. It follows the text:
 * lines that were moved are found again by what stands on them. Not thread-safe.
 */
final class Corrections {

  /** As many as ingest-service takes. */
  static final int MOST = 500;

  private final List<String> lines;
  private final TreeMap<Integer, Correction> byLine = new TreeMap<>();
  private int lost;

  private Corrections(List<String> lines) {
    this.lines = lines;
  }

  /**
   * What was said, about a text that may have changed since.
   *
   * @param text with LF at the ends of lines
   */
  static Corrections of(String text, List<Correction> said) {
    Corrections corrections = new Corrections(text.lines().toList());
    Map<String, NavigableSet<Integer>> places = said.isEmpty() ? Map.of() : corrections.places();
    for (Correction correction : said) {
      @Nullable Integer line = nearest(places.get(correction.text()), correction.line());
      if (line == null || corrections.byLine.containsKey(line)) {
        corrections.lost++;
      } else {
        corrections.put(correction.onLine(line));
      }
    }
    return corrections;
  }

  private Map<String, NavigableSet<Integer>> places() {
    Map<String, NavigableSet<Integer>> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.computeIfAbsent(lines.get(i).strip(), text -> new TreeSet<>()).add(i + 1);
    }
    return places;
  }

  private static @Nullable Integer nearest(@Nullable NavigableSet<Integer> places, int line) {
    if (places == null) {
      return null;
    }
    @Nullable Integer above = places.floor(line);
    @Nullable Integer below = places.ceiling(line);
    return above == null || (below != null && below - line < line - above) ? below : above;
  }

  private void put(Correction correction) {
    if (byLine.containsKey(correction.line()) || byLine.size() < MOST) {
      byLine.put(correction.line(), correction);
    }
  }

  /** Says that a talk begins on a line, or none, whatever was said before. */
  void set(int line, boolean talk) {
    if (line >= 1 && line <= lines.size()) {
      put(Correction.of(line, text(line), talk));
    }
  }

  /** Leaves a line to be detected. */
  void remove(int line) {
    byLine.remove(line);
  }

  /** Says what the talk on a line is called, or who gave it; null leaves it as it was. */
  void change(int line, @Nullable String title, @Nullable List<Speaker> speakers) {
    if (line < 1 || line > lines.size()) {
      return;
    }
    @Nullable Correction before = byLine.get(line);
    put(
        new Correction(
            line,
            text(line),
            true,
            title == null && before != null ? before.title() : title,
            speakers == null && before != null ? before.speakers() : speakers));
  }

  private String text(int line) {
    return lines.get(line - 1).strip();
  }

  boolean has(int line) {
    return byLine.containsKey(line);
  }

  /** In the order of lines. */
  List<Correction> all() {
    return new ArrayList<>(byLine.values());
  }

  /** How many were about lines that are not there any more. */
  int lost() {
    return lost;
  }
}
