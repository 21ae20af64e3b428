package io.confnotes.summary.decode;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record's headers say, and where in the log it is.
 *
 * @param submissionId null where the header is missing or is no UUID
 * @param submittedAt the record's own time where the header does not tell
 * @param traceparent W3C Trace Context
 */
public record Envelope(
    int partition,
    long offset,
    @Nullable UUID submissionId,
    Instant submittedAt,
    @Nullable String traceparent) {}
