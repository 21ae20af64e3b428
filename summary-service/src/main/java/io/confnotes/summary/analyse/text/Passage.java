package io.confnotes.summary.analyse.text;

import io.confnotes.summary.analyse.Block.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, list item, quote or heading: what can be a key point, or names what follows it.
 *
 * @param source the text the range is of: the reading text, or the title
 * @param range without white space and markers around it
 * @param kind of the block it is in
 * @param level of the block it is in
 * @param block the number of the block it is in, -1 for the title
 * @param first whether it is the first of its block
 * @param leadIn the line that introduces its list
 * @param introduces whether it introduces what follows: a list, an answer
 * @param words its words
 */
public record Passage(
    String source,
    Range range,
    Kind kind,
    int level,
    int block,
    boolean first,
    @Nullable Range leadIn,
    boolean introduces,
    List<Word> words) {

  /** What it says. */
  public String text() {
    return range.of(source);
  }

  /** Whether most content words have a capital letter, so that it says nothing. */
  public boolean isTitleCase() {
    int capital = 0;
    int small = 0;
    for (Word word : words) {
      if (word.content() && Character.isLetter(source.charAt(word.start()))) {
        boolean upper = Character.isUpperCase(source.charAt(word.start()));
        capital += upper ? 1 : 0;
        small += upper ? 0 : 1;
      }
    }
    return capital >= small && capital > 1;
  }

  /** Whether only white space is between a word and the one after it. */
  public boolean isJoined(Word before, Word word) {
    int from = before.end();
    int to = word.start();
    if (from == to || to - from > 3) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Range.isBlank(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
