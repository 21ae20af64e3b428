package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one record of the log does to the tables. */
public sealed interface Change {
  Envelope envelope();

  /** A revision of a document takes the place of the one before. */
  record Revised(Envelope envelope, AnalysedDocument analysed) implements Change {
    ParsedDocument document() {
      return analysed.document();
    }
  }

  /** A document is withdrawn: its text leaves the tables. */
  record Withdrawn(Envelope envelope, UUID documentId) implements Change {}

  /** The record is a dead letter by now. */
  record Rejected(Envelope envelope, String reason, Letter letter) implements Change {}

  /**
   * Where a dead letter is kept.
   *
   * @param documentId of its key; null where that is none
   * @param bytes of its body
   * @param partition of the dead-letter topic
   * @param offset in that partition
   */
  record Letter(@Nullable UUID documentId, int bytes, int partition, long offset) {}
}
