package io.confnotes.summary.decode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record's headers say, and where in the log it is.
 *
 * @param submissionId null where the header is missing or is no UUID
 * @param submittedAt the record's own time where the header does not tell
 * @param subject who sent it; null where the header is missing
 * @param tokenId the id of the token it was sent with, if any
 * @param traceparent W3C Trace Context
 */
public record Envelope(
    int partition,
    long offset,
    @Nullable UUID submissionId,
    Instant submittedAt,
    @Nullable String subject,
    @Nullable String tokenId,
    @Nullable String traceparent) {

  /** When it was submitted, as the database's driver takes it. */
  public OffsetDateTime submittedAtUtc() {
    return submittedAt.atOffset(ZoneOffset.UTC);
  }

  /** The same with another place in the log, and another time. */
  public Envelope at(long otherOffset, Instant otherTime) {
    return new Envelope(
        partition, otherOffset, submissionId, otherTime, subject, tokenId, traceparent);
  }
}
