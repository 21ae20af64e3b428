package io.confnotes.ingest.context;

/**
 * A value found in a document.
 *
 * @param value what was found; never blank
 * @param confidence from 0 to 1
 * @param reason where it was found, one line
 */
public record Found(String value, double confidence, String reason) {

  public Found {
    if (value.isBlank() || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Not found: '" + value + "' with " + confidence);
    }
  }
}
