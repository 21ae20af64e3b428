package io.confnotes.summary.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of dead letters that were replayed together. */
@Schema(name = "DeadLetterReplayCount")
public record ReplayCount(
    @Schema(required = true) int replayed,
    @Schema(required = true, description = "Something newer had been applied") int superseded,
    @Schema(
            required = true,
            description =
                "They still cannot be applied, or their bytes are gone, and go on waiting")
        int refused,
    @Schema(
            required = true,
            nullable = true,
            description =
                "The `after` to go on with, null where all that waited were tried: a request tries"
                    + " 100 at most")
        @Nullable Long next) {}
