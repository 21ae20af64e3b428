package io.confnotes.ingest.segment.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a text as a list of people: names with handles and affiliations.
 *
 * @param speakers who was found
 * @param score how sure it is that the text names people, from 0 to 1
 * @param commas what commas are there for
 */
public record People(List<Speaker> speakers, double score, Commas commas) {

  /** What stands behind the commas of a list of people. */
  public enum Commas {
    /** There are none, or they are not all of one kind. */
    NONE,
    /** Another person, for sure. */
    PEOPLE,
    /** What the person before them is or works for, for sure. */
    AFFILIATIONS,
    /** Two names, the second of a person or of where the first one works; likelier a person. */
    RATHER_PERSON,
    /** The same, likelier where the first one works. */
    RATHER_AFFILIATION
  }

  private static final int LONGEST_TEXT = 400;
  private static final Pattern FIRST_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}@./_-])\\p{Ll}");
  static final People NOBODY = new People(List.of(), 0);

  private static final List<String> OTHERS = List.of("等", "ほか", " et al.", " et al");
  private static final Set<String> NOBODY_IN_PARTICULAR =
      Set.of(
          "others", "friends", "more", "et al", "et al.", "co", "guests", "andere", "team", "tbd",
          "tba");

  /** People that no commas part. */
  public People(List<Speaker> speakers, double score) {
    this(speakers, score, Commas.NONE);
  }

  /** The same people, as sure as said. */
  public People atLeast(double least) {
    return new People(speakers, Math.max(score, least), commas);
  }

  public static People of(String text) {
    return mayName(text) ? of(text, false, Person.ANY_JOIN) : NOBODY;
  }

  /** Reads names only: what follows a dash may be a title and no affiliation. */
  public static People strictly(String text) {
    return mayName(text) ? of(text, false, Person.WORD_JOIN) : NOBODY;
  }

  /**
   * Reads names that somebody wrote without capitals, as if they had them. What has any capital is
   * read as nobody.
   */
  public static People inLowerCase(String text) {
    boolean capitals = text.chars().anyMatch(Character::isUpperCase);
    return capitals || text.length() > LONGEST_TEXT
        ? NOBODY
        : of(FIRST_LETTER.matcher(text).replaceAll(m -> m.group().toUpperCase(Locale.ROOT)));
  }

  /** Reads what a label like "Speaker:" announced: less is asked of the names. */
  public static People announced(String text) {
    return of(text, true, Person.ANY_JOIN);
  }

  /**
   * Saves the reading of most lines: a name has a capital, a letter beyond ASCII, or a particle
   * like "al-" or "d'", and a handle its sign.
   */
  private static boolean mayName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c == '@' || c == '-' || c == '\'' || c > 0x7E) {
        return true;
      }
    }
    return false;
  }

  private static People of(String text, boolean announced, List<String> joins) {
    String line = withoutOthers(withoutEdges(text));
    if (line.isEmpty() || line.length() > LONGEST_TEXT) {
      return NOBODY;
    }
    return new ListOfPeople(line, announced, joins).read();
  }

  /** Chinese and Japanese put their "et al." right behind the last name. */
  private static String withoutOthers(String text) {
    for (String others : OTHERS) {
      if (text.endsWith(others) && text.length() > others.length() + 1) {
        return withoutEdges(text.substring(0, text.length() - others.length()));
      }
    }
    return text;
  }

  static boolean isNobodyInParticular(String text) {
    return NOBODY_IN_PARTICULAR.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether the last word, or the last before a comma, is a job's: "Lead Engineer, ACME". */
  public static boolean isAffiliation(String text) {
    return Affiliation.isJob(text);
  }

  private static boolean isEdge(int c) {
    return " \t\u00A0\u3000*_–—-:,;|~\"”\uFE0F\u200D".indexOf(c) >= 0
        || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  public static String withoutEdges(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " \t\u00A0\u3000*_–—-:·•|>~\"“".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && isEdge(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }
}
