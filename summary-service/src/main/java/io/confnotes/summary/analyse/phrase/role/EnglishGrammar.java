package io.confnotes.summary.analyse.phrase.role;

import io.confnotes.summary.analyse.phrase.role.EnglishWords.Kind;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Word.Form;
import io.confnotes.summary.analyse.text.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Guesses what the words of an English passage do in its noun phrases, from left to right: what a
 * word is by itself, and the words beside it. A part-of-speech tagger in a few rules (compare
 * Brill, 1992); it only has to tell what belongs to a noun phrase.
 */
final class EnglishGrammar {

  private static final Set<String> ARTICLES = words("articles");
  private static final Set<String> AUXILIARIES = words("auxiliaries");
  private static final Set<String> BEFORE_GERUNDS = words("before-gerunds");
  private static final Set<String> BEFORE_VERBS = words("before-verbs");
  private static final Set<String> OBJECTS = words("objects");
  private static final Set<String> SUBJECTS = words("subjects");

  private final Passage passage;
  private final List<Word> words;
  private final Part[] parts;
  private final boolean capitalsTell;

  private EnglishGrammar(Passage passage, boolean capitalsTell) {
    this.passage = passage;
    this.words = passage.words();
    this.capitalsTell = capitalsTell;
    this.parts = new Part[words.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(i);
    }
  }

  private static Set<String> words(String list) {
    return WordList.words("english/" + list + ".txt");
  }

  /**
   * What the words of a passage do, in order.
   *
   * @param capitalsTell whether a capital makes a name of a word that does not start the passage
   */
  static List<Part> parts(Passage passage, boolean capitalsTell) {
    return Arrays.asList(new EnglishGrammar(passage, capitalsTell).parts);
  }

  private Part part(int i) {
    Word word = words.get(i);
    if (word.form() != Form.LETTERS || word.stop() || isReference(word.lower())) {
      return Part.OUTSIDE;
    }
    if (capitalsTell && i > 0 && hasCapital(word)) {
      return Part.NOUN;
    }
    return switch (EnglishWords.kind(word.lower())) {
      case OUTSIDE -> Part.OUTSIDE;
      case NOUN -> Part.NOUN;
      case QUALITY -> BEFORE_VERBS.contains(before(i)) ? Part.OUTSIDE : Part.MODIFIER;
      case PAST -> isAttribute(i) ? Part.MODIFIER : Part.OUTSIDE;
      case GERUND -> nounUnless(takesObject(i));
      case ACTION -> nounUnless(isBare(i) || takesObject(i));
      case EITHER -> nounUnless(isVerb(i) || isRatherVerb(i));
      case PLAIN -> nounUnless(isVerb(i));
    };
  }

  private static Part nounUnless(boolean verb) {
    return verb ? Part.OUTSIDE : Part.NOUN;
  }

  /** {@code p.153}, {@code vol.14}. */
  private static boolean isReference(String lower) {
    int dot = lower.indexOf('.');
    return dot > 0
        && dot + 1 < lower.length()
        && Character.isLetter(lower.charAt(dot - 1))
        && Character.isDigit(lower.charAt(dot + 1));
  }

  /** A participle before a noun: {@code distributed systems}, but not {@code are distributed}. */
  private boolean isAttribute(int i) {
    String before = before(i);
    return isBeforeName(i)
        && left(i) != Part.NOUN
        && !AUXILIARIES.contains(before)
        && !SUBJECTS.contains(before);
  }

  /** An -ing with an object: {@code cooling the mirror}, {@code by cooling mirrors}. */
  private boolean takesObject(int i) {
    String before = before(i);
    if (OBJECTS.contains(after(i)) || AUXILIARIES.contains(before)) {
      return true;
    }
    return isBeforeName(i) && (i == 0 || BEFORE_GERUNDS.contains(before) || isBehindPlural(i));
  }

  private boolean isBare(int i) {
    return left(i) == Part.OUTSIDE && !ARTICLES.contains(before(i));
  }

  private boolean isVerb(int i) {
    String before = before(i);
    boolean object = OBJECTS.contains(after(i));
    if (before.equals("to")) {
      return object || (!isNoun(i - 2) && !isBeforeName(i));
    }
    boolean third = words.get(i).lower().endsWith("s");
    return BEFORE_VERBS.contains(before)
        || (third && SUBJECTS.contains(before))
        || (object && (third ? left(i) == Part.NOUN : isBehindPlural(i)));
  }

  private boolean isRatherVerb(int i) {
    boolean third = words.get(i).lower().endsWith("s");
    String before = before(i);
    if (left(i) == Part.NOUN) {
      return third != isBehindPlural(i);
    }
    if (before.equals("to")) {
      return !isNoun(i - 2);
    }
    boolean free = before.isEmpty() || before.equals("and") || before.equals("that");
    return free && left(i) == Part.OUTSIDE && isBeforeName(i);
  }

  private boolean isBehindPlural(int i) {
    String before = before(i);
    return left(i) == Part.NOUN && before.endsWith("s") && !before.endsWith("ss");
  }

  private boolean isNoun(int i) {
    return i >= 0 && parts[i] == Part.NOUN;
  }

  private boolean isBeforeName(int i) {
    if (i + 1 == words.size() || !isSpaceAfter(i)) {
      return false;
    }
    Word next = words.get(i + 1);
    return next.form() == Form.LETTERS
        && !next.stop()
        && EnglishWords.kind(next.lower()) != Kind.OUTSIDE;
  }

  /** What the word before does, if only a space is between. */
  private Part left(int i) {
    return i > 0 && isSpaceAfter(i - 1) ? parts[i - 1] : Part.OUTSIDE;
  }

  private String before(int i) {
    return i > 0 && isSpaceAfter(i - 1) ? words.get(i - 1).lower() : "";
  }

  private String after(int i) {
    return i + 1 < words.size() && isSpaceAfter(i) ? words.get(i + 1).lower() : "";
  }

  private boolean isSpaceAfter(int i) {
    int end = words.get(i).end();
    return words.get(i + 1).start() == end + 1
        && Character.isWhitespace(passage.source().charAt(end));
  }

  private boolean hasCapital(Word word) {
    for (int i = word.start(); i < word.end(); i++) {
      if (Character.isUpperCase(passage.source().charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
