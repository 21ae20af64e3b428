package io.confnotes.query.trend;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the submissions of a day. */
public record IngestDay(
    @Schema(required = true, description = "The day, in UTC") Instant time,
    @Schema(required = true) long submissions,
    @Schema(required = true) long stored,
    @Schema(required = true) long unchanged,
    @Schema(required = true) long superseded,
    @Schema(required = true) long conflict,
    @Schema(required = true) long retracted,
    @Schema(required = true) long deadLettered) {}
