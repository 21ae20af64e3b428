package io.confnotes.ingest.publish;

/** The record of a document has more bytes than the log takes. */
public final class RecordTooLarge extends Exception {
  private static final long serialVersionUID = 1;

  RecordTooLarge(int bytes) {
    super("%,d bytes".formatted(bytes));
  }
}
