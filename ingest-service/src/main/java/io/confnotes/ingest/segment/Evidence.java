package io.confnotes.ingest.segment;

/**
 * What a judgement rests on.
 *
 * @param confidence from 0 to 1
 * @param reason one line
 */
public record Evidence(double confidence, String reason) {

  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence lies within 0 and 1, not " + confidence);
    }
  }
}
