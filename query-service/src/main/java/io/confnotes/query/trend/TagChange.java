package io.confnotes.query.trend;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much more, or less, talks are about something than in the time before. */
public record TagChange(
    @Schema(required = true, description = "When the later time begins") Instant time,
    @Schema(required = true, examples = "2018") String period,
    @Schema(required = true, description = "The time compared with", examples = "2017")
        String before,
    @Schema(required = true, examples = "containers") String tag,
    @Schema(required = true, examples = "Containers") String name,
    @Schema(required = true, description = "Those with the tag in `period`") long talks,
    @Schema(required = true, description = "All of `period` that there are notes of") long covered,
    @Schema(required = true, description = "`talks` of `covered`, 0 to 1") double share,
    @Schema(required = true) long talksBefore,
    @Schema(required = true) long coveredBefore,
    @Schema(required = true) double shareBefore,
    @Schema(required = true, description = "`share` less `shareBefore`; below 0 where it falls")
        double change,
    @Schema(
            required = true,
            description =
                "How unlikely the change is by chance: its distance in standard errors (two-proportion z)")
        double score) {}
