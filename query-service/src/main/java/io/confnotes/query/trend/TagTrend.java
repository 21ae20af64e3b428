package io.confnotes.query.trend;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many talks of a time, or of an event, have a tag. */
public record TagTrend(
    @Schema(
            required = true,
            nullable = true,
            description = "When it begins; null for an event without a date")
        @Nullable Instant time,
    @Schema(
            required = true,
            description = "A year, a month or an event's slug",
            examples = "2018-01")
        String period,
    @Schema(required = true, description = "The same in words", examples = "2018-01") String label,
    @Schema(required = true, examples = "containers") String tag,
    @Schema(required = true, examples = "Containers") String name,
    @Schema(required = true, description = "Those with the tag", examples = "12") long talks,
    @Schema(
            required = true,
            description = "All of the time or event that there are notes of",
            examples = "80")
        long covered,
    @Schema(required = true, description = "`talks` of `covered`, 0 to 1", examples = "0.15")
        double share) {}
