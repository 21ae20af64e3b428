package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one record of the log does to the tables. */
public sealed interface Change {
  Envelope envelope();

  /** The same, as if it had come in another place of the log and at another time. */
  Change at(long offset, Instant submittedAt);

  /** A revision of a document takes the place of the one before. */
  record Revised(Envelope envelope, AnalysedDocument analysed) implements Change {
    ParsedDocument document() {
      return analysed.document();
    }

    @Override
    public Change at(long offset, Instant submittedAt) {
      return new Revised(envelope.at(offset, submittedAt), analysed);
    }
  }

  /** A document is withdrawn: its text leaves the tables. */
  record Withdrawn(Envelope envelope, UUID documentId) implements Change {
    @Override
    public Change at(long offset, Instant submittedAt) {
      return new Withdrawn(envelope.at(offset, submittedAt), documentId);
    }
  }

  /** The record is a dead letter by now. */
  record Rejected(Envelope envelope, String reason, Letter letter) implements Change {
    @Override
    public Change at(long offset, Instant submittedAt) {
      return new Rejected(envelope.at(offset, submittedAt), reason, letter);
    }
  }

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
