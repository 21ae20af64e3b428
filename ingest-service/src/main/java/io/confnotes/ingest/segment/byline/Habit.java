package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one author joins titles and speakers on a line, learned from all lines of the same shape.
 * Forms that many lines could be read as by chance, like a dash, are trusted if they recur.
 */
public final class Habit {

  private static final int SEVERAL = 2;

  /** Lines that are learned from; authors do not change their habits behind so many. */
  private static final int MOST_LINES = 2_000;

  private static final double SURE = 0.9;
  private static final double LIKELY = 0.5;

  private final Map<Byline.Form, Integer> counts = new EnumMap<>(Byline.Form.class);
  private int lines;
  private int names;

  /** Learns from a line. */
  public void add(String text) {
    if (lines == MOST_LINES) {
      return;
    }
    lines++;
    names += names < SEVERAL && People.strictly(text).score() >= LIKELY ? 1 : 0;
    for (Byline.Form form : Bylines.of(text).stream().map(Byline::form).distinct().toList()) {
      counts.merge(form, 1, Integer::sum);
    }
    if (AnnouncedBylines.hasLowerCaseNameInBrackets(text)) {
      counts.merge(Byline.Form.BRACKETS, 1, Integer::sum);
    }
  }

  /** Whether a good part of the lines are of a form. */
  public boolean isUsual(Byline.Form form) {
    int count = counts.getOrDefault(form, 0);
    boolean most = form != Byline.Form.NAME_COMMA_TITLE || count > affiliated();
    return count >= SEVERAL && count * 3 >= lines && most;
  }

  /**
   * How many lines may have no title behind a comma, but an affiliation: "Jane Doe, ACME: Title".
   */
  private int affiliated() {
    return Math.max(
        counts.getOrDefault(Byline.Form.NAME_COLON_TITLE, 0),
        counts.getOrDefault(Byline.Form.NAME_STOP_TITLE, 0));
  }

  /** Whether several lines are names and nothing else. */
  public boolean namesRecur() {
    return names >= SEVERAL;
  }

  /** The best way to read a line, or null if it holds no speakers. */
  public @Nullable Byline read(String text) {
    Byline best = null;
    double bestWeight = 0;
    for (Byline byline : Bylines.of(text)) {
      double weight = weight(byline);
      if (weight > bestWeight) {
        best = byline;
        bestWeight = weight;
      }
    }
    return best == null ? asOthers(text) : best;
  }

  /** Title and speakers of a line that could be a name only, were the others not so written. */
  public @Nullable Byline readAsUsual(String text) {
    for (Byline byline : Bylines.of(text)) {
      boolean ambiguous =
          byline.form() == Byline.Form.HANDLE || byline.form() == Byline.Form.NAME_COMMA_TITLE;
      if (ambiguous && isUsual(byline.form()) && People.strictly(byline.title()).score() < LIKELY) {
        return byline;
      }
    }
    return null;
  }

  /**
   * Where many lines name their speakers behind a dash or in brackets, or most in front of a dash,
   * less is asked of the names of the rest.
   */
  private @Nullable Byline asOthers(String text) {
    Byline behindDash =
        recurs(Byline.Form.TITLE_DASH_NAME) ? AnnouncedBylines.behindDash(text) : null;
    Byline known =
        behindDash == null && recurs(Byline.Form.BRACKETS)
            ? AnnouncedBylines.inBrackets(text)
            : behindDash;
    return known == null && prevails(Byline.Form.NAME_DASH_TITLE)
        ? AnnouncedBylines.beforeDash(text)
        : known;
  }

  private boolean recurs(Byline.Form form) {
    int count = counts.getOrDefault(form, 0);
    return count > SEVERAL && count * 3 >= lines;
  }

  /** Anything may stand in front of a dash, so that more lines have to show what does here. */
  private boolean prevails(Byline.Form form) {
    int count = counts.getOrDefault(form, 0);
    return count > SEVERAL && count * 3 >= lines * 2;
  }

  private double weight(Byline byline) {
    double score = byline.people().score();
    int count = counts.getOrDefault(byline.form(), 0);
    boolean usual = isUsual(byline.form());
    boolean trusted =
        switch (byline.form()) {
          case BY, BRACKETS, LABEL, SET_APART, POSSESSIVE, HANDLE -> score >= LIKELY;
          case TITLE_DASH_NAME, NAME_DASH_TITLE -> score >= SURE || (usual && score >= LIKELY);
          case TITLE_COMMA_NAME, NAME_COMMA_TITLE, TITLE_COLON_NAME, NAME_STOP_TITLE ->
              usual && score >= LIKELY;
          case NAME_COLON_TITLE ->
              (score >= SURE && PlainText.words(byline.title()) >= 2) || (usual && score >= LIKELY);
        };
    if (!trusted) {
      return 0;
    }
    return score + (usual ? Math.min(1.0, 0.3 + 0.1 * count) : 0) + byline.form().preference;
  }

  public static Habit of(List<String> lines) {
    Habit habit = new Habit();
    lines.forEach(habit::add);
    return habit;
  }
}
