package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as a list of people: names with handles and affiliations.
 *
 * @param speakers who was found
 * @param score how sure it is that the text names people, from 0 to 1
 */
public record People(List<Speaker> speakers, double score) {

  private static final int LONGEST_TEXT = 400;
  private static final int MOST_PEOPLE = 20;
  private static final People NOBODY = new People(List.of(), 0);

  private static final Set<String> COMPANY_WORDS = WordList.of("company.txt");
  private static final Set<String> JOBS = WordList.of("job.txt");
  private static final int MOST_JOB_WORDS = 5;
  private static final Pattern WORD_ENDS = Pattern.compile("[ ,()/-]+");
  private static final Set<String> COMPANY_PARTS = WordList.of("company-cjk.txt");
  private static final List<String> OTHERS = List.of("等", "ほか", " et al.", " et al");
  private static final Set<String> NOBODY_IN_PARTICULAR =
      Set.of(
          "others", "friends", "more", "et al", "et al.", "co", "guests", "andere", "team", "tbd",
          "tba");
  private static final Set<String> HARD_SEPARATORS =
      Set.of(
          "and", "&", "und", "et", "y", "e", "+", "with", "en", "og", "och", "i", "oraz", "и",
          "та");

  /** The same people, as sure as said. */
  public People atLeast(double least) {
    return new People(speakers, Math.max(score, least));
  }

  public static People of(String text) {
    return mayName(text) ? of(text, false, Person.ANY_JOIN) : NOBODY;
  }

  /** Reads names only: what follows a dash may be a title and no affiliation. */
  public static People strictly(String text) {
    return mayName(text) ? of(text, false, Person.WORD_JOIN) : NOBODY;
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
    List<Speaker> found = new ArrayList<>();
    double least = 1;
    Pieces pieces = new Pieces(line);
    for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      Person person = Person.of(piece.text(), joins);
      double score = person.score();
      boolean aside =
          !found.isEmpty()
              && piece.afterComma()
              && score < 0.9
              && isAffiliation(person, piece.text());
      boolean company =
          announced
              && !found.isEmpty()
              && piece.afterComma()
              && isOneUnknownWord(piece.text(), found.getLast());
      boolean accepted =
          !aside
              && !company
              && (score >= 0.5
                  || (announced && person.isPlausible())
                  || (score >= 0.25 && found.isEmpty()));
      boolean handleOfLast =
          person.name().isEmpty()
              && person.handle() != null
              && !found.isEmpty()
              && found.getLast().handle() == null
              && found.getLast().name() != null;
      if (handleOfLast) {
        found.add(found.removeLast().and(person.speaker()));
      } else if (accepted && found.size() < MOST_PEOPLE) {
        found.add(person.speaker());
        least = Math.min(least, announced ? Math.max(score, 0.9) : score);
      } else if (!found.isEmpty() && piece.afterComma() && PlainText.words(piece.text()) <= 10) {
        addAffiliation(found, person);
      } else if (!isNobodyInParticular(piece.text())) {
        return NOBODY;
      }
    }
    return found.isEmpty() ? NOBODY : new People(List.copyOf(found), least);
  }

  /** Behind a full name and a comma, a word that is no given name is where somebody works. */
  private static boolean isOneUnknownWord(String text, Speaker last) {
    String name = last.name();
    return name != null
        && name.indexOf(' ') > 0
        && PlainText.isLettersOnly(text)
        && text.indexOf(' ') < 0
        && !CjkName.hasCjk(text)
        && !GivenNames.contains(text);
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

  private static boolean isNobodyInParticular(String text) {
    return NOBODY_IN_PARTICULAR.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether the last word, or the last before a comma, is a job's: "Lead Engineer, ACME". */
  public static boolean isAffiliation(String text) {
    int comma = text.indexOf(',');
    String role = (comma < 0 ? text : text.substring(0, comma)).strip();
    String last = role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return JOBS.contains(last) && PlainText.words(role) <= MOST_JOB_WORDS;
  }

  private static boolean isAffiliation(Person person, String text) {
    for (String word : WORD_ENDS.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (COMPANY_WORDS.contains(word) || JOBS.contains(word)) {
        return true;
      }
    }
    return person.score() == 0 || COMPANY_PARTS.stream().anyMatch(text::contains);
  }

  /** The last person gets what came behind a comma: a company, a role, a handle. */
  private static void addAffiliation(List<Speaker> found, Person aside) {
    Speaker last = found.getLast();
    String affiliation = last.affiliation() == null ? aside.asAffiliation() : last.affiliation();
    String handle = last.handle() == null ? aside.handle() : last.handle();
    found.set(found.size() - 1, new Speaker(last.name(), handle, affiliation));
  }

  private record Piece(String text, boolean afterComma) {}

  /**
   * Splits at commas and words like "and", but not within brackets; no further than it is asked
   * for, as most lines are no names.
   */
  private static final class Pieces {
    private final String line;
    private int from;
    private int depth;
    private boolean comma;

    Pieces(String line) {
      this.line = line;
    }

    /** The next one that is not blank; null behind the last. */
    @Nullable Piece next() {
      while (from <= line.length()) {
        Piece piece = read();
        if (!piece.text().isBlank()) {
          return new Piece(withoutEdges(piece.text()), piece.afterComma());
        }
      }
      return null;
    }

    private Piece read() {
      int start = from;
      boolean afterComma = comma;
      for (int i = start; i < line.length(); i++) {
        char c = line.charAt(i);
        depth += depth(c);
        int length = depth > 0 ? 0 : separatorLength(line, i);
        if (length > 0) {
          comma = ",;，、，".indexOf(c) >= 0 && !followedByAnd(line, i + length);
          from = i + length;
          return new Piece(line.substring(start, i), afterComma);
        }
      }
      from = line.length() + 1;
      return new Piece(line.substring(start), afterComma);
    }
  }

  private static int depth(char c) {
    return switch (c) {
      case '(', '[', '（', '【' -> 1;
      case ')', ']', '）', '】' -> -1;
      default -> 0;
    };
  }

  private static boolean followedByAnd(String line, int at) {
    return line.startsWith("and ", at) || line.startsWith("& ", at) || line.startsWith("und ", at);
  }

  private static int separatorLength(String line, int at) {
    return switch (line.charAt(at)) {
      case ',', ';', '、', '，', '；', '\n' -> isSuffix(line, at) ? 0 : 1;
      case '/' -> at > 0 && !isWithinWords(line, at) ? 1 : 0;
      case '&', '+' -> at > 0 ? 1 : 0;
      case ' ', '\u00A0' -> wordLength(line, at);
      default -> 0;
    };
  }

  private static boolean isSuffix(String line, int comma) {
    return line.startsWith(", Jr", comma)
        || line.startsWith(", PhD", comma)
        || line.startsWith(", Ph.D", comma);
  }

  /** Addresses and pronouns have slashes, too. */
  private static boolean isWithinWords(String line, int slash) {
    return line.contains("//")
        || line.startsWith("he", slash - 2)
        || line.startsWith("they", slash - 4);
  }

  /** Of a word like "and" with the spaces around it. */
  private static int wordLength(String line, int at) {
    int end = line.indexOf(' ', at + 1);
    boolean separates =
        end > at + 1 && end - at <= 5 && HARD_SEPARATORS.contains(line.substring(at + 1, end));
    return separates ? end - at + 1 : 0;
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
