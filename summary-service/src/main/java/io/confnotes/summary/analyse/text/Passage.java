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
    List<Word> words) {

  /** What it says. */
  public String text() {
    return range.of(source);
  }
}
