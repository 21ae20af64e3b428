package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.people.CjkName;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the prose below a title tells: that there was a talk, and who gave it.
 *
 * @param talk whether it speaks of a talk
 * @param speakers whom it names as the speakers; empty where nobody is named at the beginning
 */
record Told(boolean talk, List<Speaker> speakers) {

  /** How sure names in prose make speakers. */
  static final double STRENGTH = 0.5;

  private static final Set<String> WORDS = WordList.of("talk-told.txt");
  private static final List<String> CJK_WORDS =
      WORDS.stream().filter(word -> CjkName.isCjk(word.codePointAt(0))).toList();
  private static final int MOST_ROWS = 3;
  private static final int LONGEST = 300;
  private static final int LONGEST_JOINT = 6;
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.5;

  /** Two to four words with capitals, with the small words that names have between them. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]+(?: (?:van|von|de|der|la|del|di|da)){0,2}(?: \\p{Lu}[\\p{L}'’-]+){1,3}");

  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

  /**
   * Reads the beginning of what is below a title.
   *
   * @param from index of the first row below the title
   * @param end index of the first row that can't belong to it
   */
  static Told below(List<Row> rows, int from, int end) {
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
      talk |= told;
      if (speakers.isEmpty() && !row.linked()) {
        speakers = speakers(row, text, told);
      }
    }
    return new Told(talk, speakers);
  }

  private static boolean speaksOfATalk(String text) {
    return Words.of(text).stream().anyMatch(WORDS::contains)
        || (CjkName.hasCjk(text) && CJK_WORDS.stream().anyMatch(text::contains));
  }

  /** People that a link or other marks set apart, else the first name of a text about a talk. */
  private static List<Speaker> speakers(Row row, String text, boolean told) {
    List<Speaker> found = new ArrayList<>();
    int end = -1;
    for (String part : row.parts()) {
      int at = text.indexOf(part, Math.max(0, end));
      boolean joined = found.isEmpty() || (end >= 0 && at >= 0 && at - end <= LONGEST_JOINT);
      double least = row.profiles().contains(part) ? LIKELY : SURE;
      if (at >= 0 && joined && add(found, part, least)) {
        end = at + part.length();
      }
    }
    if (found.isEmpty() && told) {
      Matcher name = CAPITALS.matcher(text);
      while (name.find() && (found.isEmpty() || name.start() - end <= LONGEST_JOINT)) {
        if (add(found, name.group(), SURE)) {
          end = name.end();
        }
      }
    }
    return found;
  }

  private static boolean add(List<Speaker> found, String name, double least) {
    People people = People.strictly(POSSESSIVE.matcher(name).replaceFirst(""));
    boolean handle = name.startsWith("@");
    if (people.speakers().size() != 1 || (people.score() < least && !handle)) {
      return false;
    }
    return found.add(people.speakers().getFirst());
  }
}
