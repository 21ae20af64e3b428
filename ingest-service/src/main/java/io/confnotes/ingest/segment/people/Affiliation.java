package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.people.Pieces.Piece;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells where somebody works from a second person: "Jane Doe, Doe Works", "Jane Doe, John Roe". */
final class Affiliation {

  private static final Set<String> COMPANY_WORDS = WordList.of("company.txt");
  private static final Set<String> JOBS = WordList.of("job.txt");
  private static final Set<String> COMPANY_PARTS = WordList.of("company-cjk.txt");
  private static final Pattern WORD_ENDS = Pattern.compile("[ ,()/-]+");

  /** Particles of surnames that names of companies do not have. */
  private static final Set<String> SURNAME_PARTICLES = Set.of("van", "von", "bin", "ibn", "al");

  private static final int MOST_JOB_WORDS = 5;
  private static final double POSSIBLE = 0.5;
  private static final double LIKELY = 0.7;
  private static final double SURE = 0.9;

  private Affiliation() {}

  /** Whether the last word, or the last before a comma, is a job's: "Lead Engineer, ACME". */
  static boolean isJob(String text) {
    int comma = text.indexOf(',');
    String role = (comma < 0 ? text : text.substring(0, comma)).strip();
    String last = role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return JOBS.contains(last) && PlainText.words(role) <= MOST_JOB_WORDS;
  }

  /** Whether any of its words is a job's: "Editor at ACME". */
  static boolean namesJob(String text) {
    return Arrays.stream(WORD_ENDS.split(text.toLowerCase(Locale.ROOT), -1))
        .anyMatch(JOBS::contains);
  }

  /** Whether the words of what follows a person show that it is none. */
  static boolean isShown(Person person, String text) {
    if (person.score() >= SURE) {
      return false;
    }
    // "Jane Doe (Rope Foundation)": what the person is called, not where they work
    String shown = person.affiliation() == null ? text : person.name();
    for (String word : WORD_ENDS.split(shown.toLowerCase(Locale.ROOT), -1)) {
      if (COMPANY_WORDS.contains(word) || JOBS.contains(word)) {
        return true;
      }
    }
    return person.score() == 0 || hasCompanyPart(shown);
  }

  /** Whether a part of it says that it is a company or a school, as words of CJK names do. */
  static boolean hasCompanyPart(String text) {
    return COMPANY_PARTS.stream().anyMatch(text::contains);
  }

  /** Whether what follows a person and a comma has the shape of a name, and of a company's. */
  static boolean mayBeEither(Person person) {
    return person.score() >= POSSIBLE
        && person.name().indexOf(' ') > 0
        && person.affiliation() == null
        && !Cjk.isIn(person.name());
  }

  /**
   * Whether somebody with a known name comes before what has no part of one. Most given names are
   * known and few companies begin with one, so it is more often a company than a person.
   */
  static boolean isLikelyBehind(Person before, Person person) {
    if (before.score() < SURE) {
      return false;
    }
    for (String word : person.name().split(" ", -1)) {
      boolean initial = word.length() == 1 || (word.length() == 2 && word.endsWith("."));
      if (initial || GivenNames.contains(word) || SURNAME_PARTICLES.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Behind a full name a word that is no given name, or what could hardly be a Chinese one. */
  static boolean isOneUnknown(Piece piece, Person before, Person person) {
    if (Cjk.isIn(piece.text())) {
      return piece.join() == Pieces.Join.COMMA
          && before.score() >= LIKELY
          && person.score() < POSSIBLE;
    }
    return before.name().indexOf(' ') > 0 && isUnknownWord(piece.text());
  }

  /** Whether a text is one word, and no given name. */
  static boolean isUnknownWord(String text) {
    return PlainText.isLettersOnly(text) && text.indexOf(' ') < 0 && !GivenNames.contains(text);
  }

  /** Whether a list of pieces, from the second person on, has the form of pairs. */
  static boolean isPair(List<Piece> pieces, int at) {
    int start = at;
    while (start > 0 && !pieces.get(start).beginsGroup()) {
      start--;
    }
    boolean last = at + 1 == pieces.size() || pieces.get(at + 1).beginsGroup();
    if (!last || at - start != 1) {
      return false;
    }
    // "Jane Doe, John Roe and Ann Poe": names only, so the last is joined by a word
    boolean listed = start == 0 && at + 2 == pieces.size();
    return !listed || pieces.get(at + 1).join() == Pieces.Join.SEMICOLON;
  }
}
