package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;

/**
 * Notes and the talks in them, as a row of a table of tests.
 *
 * @param behaviour what is to be seen by them
 * @param talks in the form of {@link TalkLines}
 */
record Notes(String behaviour, Format format, String text, List<String> talks) {

  static Notes inMarkdown(String behaviour, String text, String... talks) {
    return new Notes(behaviour, Format.MARKDOWN, text, List.of(talks));
  }

  static Notes inPlain(String behaviour, String text, String... talks) {
    return new Notes(behaviour, Format.PLAIN, text, List.of(talks));
  }

  /** The talks that are found. */
  List<String> found() {
    return TalkLines.of(Segmenter.segment(Readers.read(text, format)));
  }

  /** Names the test. */
  @Override
  public String toString() {
    return behaviour;
  }
}
