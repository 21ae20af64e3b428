package io.confnotes.query.trend;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What there is of an event. */
public record EventCoverage(
    @Schema(required = true, nullable = true, description = "Its first day, null without a date")
        @Nullable Instant time,
    @Schema(required = true, examples = "linux-conf-au-2018") String event,
    @Schema(required = true, examples = "linux.conf.au 2018") String name,
    @Schema(required = true, description = "Talks there are notes of") long talks,
    @Schema(required = true, description = "Of them, those that several documents cover")
        long several,
    @Schema(required = true, description = "Notes of talks, over all documents") long notes,
    @Schema(required = true, description = "Documents") long documents) {}
