package io.confnotes.summary.store;

import io.confnotes.summary.analyse.Analysis;
import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import java.util.List;
import java.util.UUID;

/** What one record of the log does to the tables. */
public sealed interface Change {
  Envelope envelope();

  /**
   * A revision of a document takes the place of the one before.
   *
   * @param analyses one for each talk of the document, in its order
   */
  record Revised(Envelope envelope, ParsedDocument document, List<Analysis> analyses)
      implements Change {}

  /** A document is withdrawn: its text leaves the tables. */
  record Withdrawn(Envelope envelope, UUID documentId) implements Change {}

  /** The record is a dead letter by now. */
  record Rejected(Envelope envelope, String reason) implements Change {}
}
