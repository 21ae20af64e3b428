package io.confnotes.summary.store.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a revision came from: with the first of the submissions that carried it on end. */
public record Origin(@Nullable UUID submissionId, Instant submittedAt) {}
