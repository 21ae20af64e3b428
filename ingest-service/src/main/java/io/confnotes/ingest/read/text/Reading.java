package io.confnotes.ingest.read.text;

import java.util.List;

/**
 * What a reader made of a source.
 *
 * @param format the format it was read as
 * @param text the reading text: what all spans point into
 * @param blocks the blocks in the order of the text; they do not overlap
 * @param marks what the markup said, by start
 */
public record Reading(Format format, String text, List<Block> blocks, List<Mark> marks) {

  public Reading {
    blocks = List.copyOf(blocks);
    marks = List.copyOf(marks);
  }

  /** A reading without marks. */
  public Reading(Format format, String text, List<Block> blocks) {
    this(format, text, blocks, List.of());
  }
}
