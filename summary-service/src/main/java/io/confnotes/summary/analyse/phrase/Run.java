package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.phrase.role.Part;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.ArrayList;
import java.util.List;

/** Words of one passage that stand together: a noun phrase, and shorter ones within it. */
final class Run {

  private static final int LONGEST = 7;

  /** Without a grammar, longer runs are clauses. */
  private static final int LONGEST_UNSURE = 3;

  /** Parts of a longer phrase have fewer. */
  private static final int LONGEST_PART = 4;

  private final Passage passage;
  private final boolean grammar;
  private final Sink phrases;
  private final List<Word> words = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** Takes what was found. */
  interface Sink {
    /** Takes the words of a phrase, which is a whole run or a part of one. */
    void accept(List<Word> words, boolean whole);
  }

  /**
   * A run that is empty.
   *
   * @param grammar whether it is known which words belong together; where it is not, a name among
   *     common nouns is by itself
   */
  Run(Passage passage, boolean grammar, Sink phrases) {
    this.passage = passage;
    this.grammar = grammar;
    this.phrases = phrases;
  }

  /** Takes the next word of the passage. */
  void add(Word word, Part part) {
    if (part == Part.OUTSIDE || (!words.isEmpty() && !continues(word))) {
      close();
    }
    if (part != Part.OUTSIDE) {
      words.add(word);
      parts.add(part);
    }
  }

  private boolean continues(Word word) {
    Word before = words.getLast();
    return isJoined(passage, before, word)
        && (grammar || hasCapital(word) == (hasCapital(before) && !isFirst(before)));
  }

  private boolean isFirst(Word word) {
    return word.start() == passage.words().getFirst().start();
  }

  private boolean hasCapital(Word word) {
    return Character.isUpperCase(passage.source().charAt(word.start()));
  }

  /** Gives the phrases of the words since the last time: those that end in a noun. */
  void close() {
    while (!parts.isEmpty() && parts.getLast() != Part.NOUN) {
      parts.removeLast();
      words.removeLast();
    }
    int size = words.size();
    int longestWhole = grammar ? LONGEST : LONGEST_UNSURE;
    int longestPart = grammar ? LONGEST_PART : LONGEST_UNSURE;
    for (int from = 0; from < size; from++) {
      int longest = from == 0 && size <= longestWhole ? size : longestPart;
      for (int to = from + 1; to <= Math.min(size, from + longest); to++) {
        boolean whole = to - from == size;
        if (parts.get(to - 1) == Part.NOUN && (whole || to - from <= longestPart)) {
          phrases.accept(words.subList(from, to), whole);
        }
      }
    }
    words.clear();
    parts.clear();
  }

  /** A space is between them, or the possessive of a name: {@code Conway's law}. */
  private static boolean isJoined(Passage passage, Word before, Word word) {
    String source = passage.source();
    if (isPossessive(source, before.end())) {
      return word.start() == before.end() + 3
          && Character.isUpperCase(source.charAt(before.start()));
    }
    return passage.isJoined(before, word);
  }

  static boolean isPossessive(String source, int at) {
    return at + 1 < source.length()
        && (source.charAt(at) == '\'' || source.charAt(at) == '’')
        && source.charAt(at + 1) == 's';
  }
}
