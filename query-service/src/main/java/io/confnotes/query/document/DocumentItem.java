package io.confnotes.query.document;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document in a list. */
public record DocumentItem(
    @Schema(required = true) UUID documentId,
    @Schema(
            required = true,
            enumeration = {"stored", "retracted"})
        String state,
    @Schema(required = true, nullable = true, description = "Null where it was retracted")
        @Nullable String revision,
    @Schema(required = true, nullable = true) @Nullable UUID submissionId,
    @Schema(required = true, description = "When this revision, or the retraction, was submitted")
        Instant submittedAt,
    @Schema(required = true, nullable = true, examples = "text/plain") @Nullable String mediaType,
    @Schema(required = true, nullable = true) @Nullable String event,
    @Schema(required = true, nullable = true) @Nullable String eventSlug,
    @Schema(required = true, nullable = true, examples = "2018-01") @Nullable String date,
    @Schema(required = true, nullable = true) @Nullable String author,
    @Schema(required = true, nullable = true) @Nullable String sourceUrl,
    @Schema(required = true, nullable = true, description = "The submitter's own key for it")
        @Nullable String document,
    @Schema(required = true, description = "How many it has", examples = "7") int talks,
    @Schema(required = true, description = "How many there were, retractions included")
        int revisions) {}
