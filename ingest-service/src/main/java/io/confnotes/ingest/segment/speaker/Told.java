package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the prose below a title tells: that there was a talk, and who gave it.
 *
 * @param talk whether it speaks of a talk
 * @param speakers whom it names as the speakers; empty where nobody is named at the beginning
 */
public record Told(boolean talk, List<Speaker> speakers) {

  /** How sure names in prose make speakers. */
  public static final double STRENGTH = 0.5;

  private static final Set<String> WORDS = WordList.of("talk-told.txt");
  private static final List<String> CJK_WORDS =
      WORDS.stream().filter(word -> Cjk.isSign(word.codePointAt(0))).toList();

  /** "L'intervento", "d'un exposé". */
  private static final Pattern ELISION = Pattern.compile("^(?:[ldn]|un|dell|all|nell)['’]");

  private static final int MOST_ROWS = 3;
  private static final int LONGEST = 300;
  private static final int LONGEST_JOINT = 6;
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.5;

  /**
   * Reads the beginning of what is below a title.
   *
   * @param from index of the first row below the title
   * @param end index of the first row that can't belong to it
   * @param panel whether all whom the text names were there
   */
  public static Told below(List<Row> rows, int from, int end, boolean panel) {
    boolean talk = false;
    List<Speaker> speakers = List.of();
    for (int i = from; i < Math.min(end, from + MOST_ROWS) && !rows.get(i).isHeading(); i++) {
      Row row = rows.get(i);
      if (row.isStrong()) {
        break;
      }
      if (!row.isParagraph()) {
        continue;
      }
      String text = row.text().substring(0, Math.min(row.text().length(), LONGEST));
      boolean told = speaksOfATalk(text);
      talk |= told || panel;
      if (speakers.isEmpty() && !row.linked()) {
        speakers = speakers(row, text, told, panel);
        talk |= !speakers.isEmpty() && row.parts().isEmpty();
      }
    }
    return new Told(talk, speakers);
  }

  /** Whether a word, in lower case, speaks of a talk or whoever gives it. */
  static boolean isWord(String word) {
    return WORDS.contains(word)
        || (word.length() > 3 && WORDS.contains(ELISION.matcher(word).replaceFirst("")));
  }

  private static boolean speaksOfATalk(String text) {
    return Words.of(text).stream().anyMatch(Told::isWord)
        || (Cjk.isIn(text) && CJK_WORDS.stream().anyMatch(text::contains));
  }

  /** People that a link or other marks set apart, else the first name of a text about a talk. */
  private static List<Speaker> speakers(Row row, String text, boolean told, boolean panel) {
    List<Speaker> found = new ArrayList<>();
    int end = -1;
    for (String part : row.parts()) {
      int at = text.indexOf(part, Math.max(0, end));
      boolean joined = found.isEmpty() || (end >= 0 && at >= 0 && at - end <= LONGEST_JOINT);
      double least = row.profiles().contains(part) ? LIKELY : SURE;
      if (at >= 0 && joined && ToldNames.add(found, part, least)) {
        end = at + part.length();
      }
    }
    return found.isEmpty() ? ToldNames.in(text, told, panel) : found;
  }
}
