package io.confnotes.summary.analyse;

import java.util.List;

/**
 * What the analyser found in the notes of one talk.
 *
 * @param language the primary language subtag of BCP 47, {@code und} where unsure
 * @param keyPoints best first
 * @param tags best first, each slug once
 */
public record Analysis(String language, List<KeyPoint> keyPoints, List<Tag> tags) {

  /** Copies the lists. */
  public Analysis {
    keyPoints = List.copyOf(keyPoints);
    tags = List.copyOf(tags);
  }
}
