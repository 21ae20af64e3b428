package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.CommonWords;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person as a note-taker writes them: "Jane Doe", "Jane Doe (ACME) @jane", "Jane Doe from
 * ACME".
 */
public record Person(
    String name, @Nullable String handle, @Nullable String affiliation, double score) {

  private static final int LONGEST_NAME = 200;
  private static final Set<String> PREPOSITIONS =
      Set.of("by", "von", "par", "por", "di", "da", "de", "door", "av", "od");
  private static final double LIKELY = 0.7;
  private static final Set<String> ABBREVIATIONS =
      Set.of("Jr.", "Sr.", "Inc.", "Ltd.", "Corp.", "Co.");
  private static final Set<String> DEGREES = Set.of("PhD", "MD", "MBA", "MSc");

  /** Whose name in front of a handle only tells where that is: "Twitter: @jane". */
  private static final Set<String> NETWORKS = WordList.of("networks.txt");

  private static final Set<String> PRONOUNS =
      Set.of("he/him", "she/her", "they/them", "he/they", "she/they", "he/him/his", "she/her/hers");

  /** What may stand between a name and an affiliation, without signs that may join a title. */
  public static final List<String> WORD_JOIN =
      List.of(" from ", " of ", " at ", " @ ", " von der ", " von ", " bei ", " chez ", " de la ");

  /** What joins affiliations to names, and titles, too. */
  static final List<String> DASHES = List.of(" - ", " – ", " — ", " | ", " · ", " • ");

  /** All of what may stand between a name and an affiliation. */
  public static final List<String> ANY_JOIN =
      Stream.concat(WORD_JOIN.stream(), DASHES.stream()).toList();

  private static final int MOST_AFFILIATION_WORDS = 8;

  /** Whether a sign that may join an affiliation or a title stands anywhere but within a word. */
  public static boolean mayHaveSignJoin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("-–—|/·•".indexOf(text.charAt(i)) >= 0
          && !(isWordPart(text, i - 1) && isWordPart(text, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Where the first sign stands that joins an affiliation or a title; -1 if there is none. */
  public static int firstDash(String text) {
    return DASHES.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }

  private static boolean isWordPart(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  public static Person of(String text, List<String> joins) {
    String rest = withoutPreposition(withoutBrackets(withoutDegree(text.strip())));
    String handle = null;
    String affiliation = null;
    int open = bracket(rest);
    while (open >= 0) {
      int close = closing(rest, open);
      String inner = rest.substring(open + 1, close).strip();
      String innerHandle = handle(inner);
      handle = handle == null ? innerHandle : handle;
      if (innerHandle == null
          && !inner.isEmpty()
          && !(PlainText.hasAddress(inner) && inner.indexOf(' ') < 0)
          && !PRONOUNS.contains(inner.toLowerCase(Locale.ROOT))) {
        affiliation = affiliation == null ? inner : affiliation;
      }
      rest =
          (rest.substring(0, open) + " " + rest.substring(Math.min(rest.length(), close + 1)))
              .strip();
      open = bracket(rest);
    }
    int at = handleStart(rest);
    if (at >= 0) {
      int end = handleEnd(rest, at);
      handle = handle == null ? rest.substring(at + 1, end) : handle;
      rest = (rest.substring(0, at) + " " + rest.substring(end)).strip();
    }
    rest = withoutDomain(rest);
    for (String join : joins) {
      int cut = rest.indexOf(join);
      if (cut > 0 && NameShape.score(rest.substring(0, cut)) > 0 && !isParticleWithin(join, rest)) {
        String behind = People.withoutEdges(rest.substring(cut + join.length()));
        if (PlainText.words(behind) > MOST_AFFILIATION_WORDS) {
          continue;
        }
        affiliation = affiliation == null && !behind.isEmpty() ? behind : affiliation;
        rest = rest.substring(0, cut);
        break;
      }
    }
    int name = CjkName.startOfName(rest);
    if (name > 0) {
      affiliation = affiliation == null ? rest.substring(0, name).strip() : affiliation;
      rest = rest.substring(name);
    }
    return finish(People.withoutEdges(rest), handle, affiliation);
  }

  /** "von Jane Doe": whose talk it is; a name that begins with a particle has no given name. */
  private static String withoutPreposition(String text) {
    int space = text.indexOf(' ');
    boolean preposition = space > 0 && PREPOSITIONS.contains(text.substring(0, space));
    return preposition && NameShape.score(text.substring(space + 1)) >= LIKELY
        ? text.substring(space + 1)
        : text;
  }

  /** "Jane Doe, PhD": a degree is no part of the name. */
  private static String withoutDegree(String text) {
    int comma = text.lastIndexOf(", ");
    return comma > 0 && DEGREES.contains(text.substring(comma + 2).replace(".", ""))
        ? text.substring(0, comma)
        : text;
  }

  /** "[Jane Doe]": a link that lost its target. */
  private static String withoutBrackets(String text) {
    boolean whole = text.startsWith("[") && text.indexOf(']') == text.length() - 1;
    return whole ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** "Jane Doe janedoe.dev": a site behind the name. */
  private static String withoutDomain(String text) {
    int space = text.lastIndexOf(' ');
    String last = text.substring(space + 1);
    int dot = last.indexOf('.');
    boolean domain =
        dot > 1 && dot < last.length() - 2 && last.equals(last.toLowerCase(Locale.ROOT));
    return space > 0 && domain ? text.substring(0, space) : text;
  }

  /** "Vincent von Berg" is a name as a whole. */
  private static boolean isParticleWithin(String join, String text) {
    return (join.contains("von") || join.contains("de ")) && NameShape.score(text) > 0;
  }

  private static Person finish(String rest, @Nullable String handle, @Nullable String affiliation) {
    String whole = withoutStops(NameShape.withoutTitles(PlainText.collapsed(rest)));
    boolean network = handle != null && NETWORKS.contains(whole.toLowerCase(Locale.ROOT));
    String name = network ? "" : whole;
    double score = name.isEmpty() ? (handle == null ? 0 : 0.7) : NameShape.score(rest);
    if (!name.isEmpty() && handle != null) {
      score =
          score > 0
              ? Math.max(score, 0.95)
              : PlainText.words(name) <= 2
                      && !CommonWords.anyIn(name)
                      && PlainText.isLettersOnly(name)
                      && !Character.isLowerCase(name.codePointAt(0))
                  ? 0.6
                  : 0;
    }
    return new Person(name, handle, affiliation, score);
  }

  private static String withoutStops(String name) {
    boolean stop = name.endsWith(".") && name.lastIndexOf(' ') < name.length() - 4;
    boolean abbreviated = ABBREVIATIONS.contains(name.substring(name.lastIndexOf(' ') + 1));
    return stop && !abbreviated ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether an announced text could name a person even if its shape does not say so. */
  public boolean isPlausible() {
    if (name.isEmpty()) {
      return handle != null;
    }
    boolean letters = name.codePoints().anyMatch(Character::isLetter);
    boolean digits = name.codePoints().anyMatch(Character::isDigit);
    int words = PlainText.words(name);
    boolean sentence = name.endsWith("?") || name.endsWith("!") || hasCommonWords(name);
    boolean capital = Character.isUpperCase(name.codePointAt(0)) || Cjk.isIn(name) || words <= 2;
    return letters
        && !digits
        && !sentence
        && capital
        && words <= 5
        && name.length() <= 60
        && !PlainText.hasAddress(name);
  }

  /** Behind a given name a common word may be a surname: "Dave Long". */
  private static boolean hasCommonWords(String name) {
    int space = name.indexOf(' ');
    boolean given = space > 0 && GivenNames.contains(name.substring(0, space));
    return CommonWords.anyIn(given ? name.substring(space + 1).replaceFirst("^[^ ]+", "") : name);
  }

  public Speaker speaker() {
    String known =
        name.isEmpty()
            ? null
            : Genitive.nominative(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    return new Speaker(known, handle, affiliation);
  }

  public @Nullable String asAffiliation() {
    String all = affiliation == null ? name : name + ", " + affiliation;
    return all.isEmpty() ? null : all;
  }

  private static int bracket(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("([（【".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (")]）】".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static @Nullable String handle(String text) {
    int at = handleStart(text);
    return at >= 0 ? text.substring(at + 1, handleEnd(text, at)) : null;
  }

  private static int handleStart(String text) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && handleEnd(text, at) > at + 1) {
        return at;
      }
    }
    return -1;
  }

  private static int handleEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isHandleSign(text.charAt(end))) {
      end++;
    }
    while (end > at + 1 && ".-@".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isHandleSign(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '@';
  }
}
