package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made.
 *
 * @param talks how many talks it changes
 * @param talksPending how many of them do not show it yet, and will without anybody's doing
 * @param undoneBy the decision that took it back, if one did
 * @param changes what it changed, null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Curation(
    @Schema(required = true) long id,
    @Schema(required = true) Instant curatedAt,
    @Schema(required = true) String curator,
    @Schema(required = true) Action action,
    @Schema(required = true) int talks,
    @Schema(
            required = true,
            description = "How many of them do not show it yet, and will without anybody's doing")
        long talksPending,
    @Nullable Long undoneBy,
    @Nullable List<RowChange> changes) {}
