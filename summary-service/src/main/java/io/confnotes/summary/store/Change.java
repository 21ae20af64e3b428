package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.util.UUID;

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
  record Rejected(Envelope envelope, String reason) implements Change {}
}
