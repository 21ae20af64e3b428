package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises headings that name no talk: sections, breaks, lists of talks. */
public final class SectionTitle {

  private static final Set<String> SECTION_WORDS = WordList.of("section.txt");

  /** The longest first, so that none is taken for a part of another. */
  private static final List<String> CJK_SECTION_WORDS =
      WordList.of("section-cjk.txt").stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
          .toList();

  private static final List<String> LIGHTNING =
      List.of(
          "lightning",
          "ignite talks",
          "blitz",
          "relâmpago",
          "relámpago",
          "ライトニング",
          "闪电",
          "閃電",
          "라이트닝");
  private static final Pattern LAST_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final int LONGEST_CJK_SECTION = 20;
  private static final int MOST_SECTION_WORDS = 6;
  private static final Set<String> BREAKS = WordList.of("break.txt");
  private static final int MOST_BREAK_WORDS = 8;

  /** "About HedgeConf", "Related Exercises": who publishes notes says so of other things. */
  private static final Set<String> ABOUT = Set.of("about", "related");

  private static final int MOST_ABOUT_WORDS = 3;

  private static final Set<String> SEVERAL_TALKS = WordList.of("several-talks.txt");

  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:q|question|frage|pregunta|a|answer)\\s?\\d{0,3}\\s?[:.)].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SectionTitle() {}

  /** Words that any talk or document has sections of, days, questions. */
  public static boolean isSection(String text) {
    if (DateTitle.isDay(text) || isQuestion(text) || isCjkSection(text)) {
      return true;
    }
    int words = 0;
    boolean about = false;
    for (String word : Words.each(text)) {
      words++;
      about |= words == 1 && ABOUT.contains(word);
      if (!isNumber(word) && !SECTION_WORDS.contains(word)) {
        return about && isAbout(Words.of(text));
      }
    }
    return words <= MOST_SECTION_WORDS;
  }

  private static boolean isAbout(List<String> words) {
    return words.size() > 1 && words.size() <= MOST_ABOUT_WORDS;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuestion(String text) {
    boolean possible = !text.isEmpty() && "qQfFpPaA".indexOf(text.charAt(0)) >= 0;
    return possible && QUESTION.matcher(text).matches();
  }

  /** Where words are not separated: what is left without the words of sections. */
  private static boolean isCjkSection(String text) {
    if (text.isEmpty() || text.length() > LONGEST_CJK_SECTION || !Cjk.isSign(text.codePointAt(0))) {
      return false;
    }
    String rest = NO_LETTERS.matcher(text).replaceAll("");
    for (String word : CJK_SECTION_WORDS) {
      rest = rest.replace(word, "");
    }
    return rest.isEmpty();
  }

  /** A slot of a programme that holds no talk, with or without a place in brackets. */
  public static boolean isBreak(String text) {
    return isSection(withoutLastBrackets(text));
  }

  /** A slot in which people eat, arrive or rest, whatever else it says: "Lunch (provided)". */
  public static boolean beginsWithBreak(String text) {
    Iterator<String> words = Words.each(text).iterator();
    boolean first = words.hasNext() && BREAKS.contains(words.next());
    return first && Words.of(text).size() <= MOST_BREAK_WORDS;
  }

  /** A heading like "Lightning talks". */
  public static boolean isLightning(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return LIGHTNING.stream().anyMatch(lower::contains);
  }

  /** A heading that talks are listed below, such as "Lightning talks" or "Sessions on Monday". */
  public static boolean isListOfTalks(String text) {
    if (text.length() > 80) {
      return false;
    }
    boolean several = false;
    for (String word : Words.each(withoutLastBrackets(text))) {
      boolean talks = SEVERAL_TALKS.contains(word);
      several |= talks;
      if (!talks && !isNumber(word.replace("-", "")) && !SECTION_WORDS.contains(word)) {
        return false;
      }
    }
    return several;
  }

  /** A heading that speaks of several talks, whatever else it says: "Talks worth watching". */
  public static boolean mentionsTalks(String text) {
    for (String word : Words.each(text)) {
      if (SEVERAL_TALKS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutLastBrackets(String text) {
    return text.endsWith(")") ? LAST_BRACKETS.matcher(text).replaceFirst("") : text;
  }
}
