package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line in which quotation marks, a link, bold or italic letters set title or speakers apart
 * from the rest: {@code "Oiling Hinges", Rosa Lindgren}.
 */
public final class SetApart {

  private static final String[] QUOTES = {
    "\"\"", "“”", "„“", "«»", "「」", "『』", "《》", "[]", "”“", "””"
  };
  private static final Pattern PREPOSITION =
      Pattern.compile("^[,;，、]?\\s*(?:(?:de|di|da|von|par|por|by|van|door|with|con|mit|avec) )?");
  private static final String SEPARATORS = "-–—―:：,，、/／|｜（(";
  private static final int MOST_CJK_WORDS = 14;
  private static final int LONGEST = 300;
  private static final int MOST_PARTS = 6;
  private static final int SHORTEST_QUOTATION = 7;
  private static final double LIKELY = 0.6;

  private SetApart() {}

  /**
   * Reads a line in the likeliest way.
   *
   * @param line the line, without slot label
   * @param marked what markup set apart in it, in order
   * @return null where the rest of the line is neither a title nor people
   */
  public static @Nullable Byline read(String line, List<String> marked) {
    List<String> parts = line.length() > LONGEST ? List.of() : parts(line, marked);
    Byline best = null;
    for (String part : parts) {
      Byline read = read(line, part);
      boolean better =
          read != null && (best == null || read.people().score() > best.people().score() + 0.01);
      best = better ? read : best;
    }
    return best;
  }

  private static List<String> parts(String line, List<String> marked) {
    List<String> quoted = quoted(line);
    return marked.isEmpty()
        ? quoted
        : Stream.concat(quoted.stream(), marked.stream().limit(MOST_PARTS)).toList();
  }

  private static @Nullable Byline read(String line, String part) {
    int at = line.indexOf(part);
    if (at < 0
        || part.length() < 2
        || part.length() + 3 > line.length()
        || (TitleLine.isQuotedSentence(part)
            && line.substring(0, at).stripTrailing().endsWith(":"))) {
      return null;
    }
    String before = line.substring(0, at);
    String behind = line.substring(at + part.length());
    String title = TitleLine.clean(part);
    boolean titled = TitleLine.isPossible(title) && People.of(title).score() < LIKELY;
    People people = titled ? around(before, behind) : People.of("");
    return people.score() >= LIKELY ? new Byline(Byline.Form.SET_APART, title, people) : null;
  }

  /** The people on one side; on the other there is nothing, or where they work. */
  private static People around(String before, String behind) {
    String left = People.withoutEdges(before);
    String right = People.withoutEdges(behind);
    if (left.isEmpty() || right.isEmpty()) {
      boolean separated = endsWithSeparator(before) || startsWithSeparator(behind);
      return people(left.isEmpty() ? right : left, separated);
    }
    People first = people(left, endsWithSeparator(before));
    boolean aside = PlainText.words(right) <= 6 && !SpeakerLabel.isLabel(right);
    return aside ? first : People.of("");
  }

  private static boolean startsWithSeparator(String text) {
    String rest = text.strip();
    return !rest.isEmpty() && SEPARATORS.indexOf(rest.charAt(0)) >= 0;
  }

  private static boolean endsWithSeparator(String text) {
    String rest = text.strip();
    return !rest.isEmpty() && SEPARATORS.indexOf(rest.charAt(rest.length() - 1)) >= 0;
  }

  /** Names in scripts without capitals are believed where a sign parts them from the title. */
  private static People people(String whole, boolean separated) {
    boolean enclosed = whole.startsWith("(") && whole.indexOf(')') == whole.length() - 1;
    String text = enclosed ? whole.substring(1, whole.length() - 1) : whole;
    String label = SpeakerLabel.rest(text);
    String by = label != null ? label : SpeakerLabel.restAfterWords(text);
    String names = PREPOSITION.matcher(by != null ? by : text).replaceFirst("");
    boolean announced = separated && Cjk.isIn(names) && PlainText.words(names) <= MOST_CJK_WORDS;
    return announced ? People.announced(names) : People.of(names);
  }

  private static List<String> quoted(String line) {
    if (line.length() < SHORTEST_QUOTATION) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String pair : QUOTES) {
      int open = line.indexOf(pair.charAt(0));
      int close = open < 0 ? -1 : line.indexOf(pair.charAt(1), open + 1);
      if (close > open + 2) {
        found.add(line.substring(open, close + 1));
      }
    }
    return found;
  }
}
