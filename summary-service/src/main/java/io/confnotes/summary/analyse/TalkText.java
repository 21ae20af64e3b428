package io.confnotes.summary.analyse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes of one talk.
 *
 * @param title the talk's title, may be empty
 * @param speakers the names of its speakers
 * @param event the name of the event it was given at
 * @param readingText the reading text of the whole document
 * @param blocks the blocks of this talk, in the order of the reading text
 */
public record TalkText(
    String title,
    List<String> speakers,
    @Nullable String event,
    String readingText,
    List<Block> blocks) {

  /** Copies the lists. */
  public TalkText {
    speakers = List.copyOf(speakers);
    blocks = List.copyOf(blocks);
  }
}
