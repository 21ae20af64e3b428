package io.confnotes.query.trend;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two tags that talks have at once. */
public record TagPair(
    @Schema(required = true, examples = "containers") String tag,
    @Schema(required = true, examples = "Containers") String name,
    @Schema(required = true, examples = "security") String other,
    @Schema(required = true, examples = "Security") String otherName,
    @Schema(required = true, description = "Those with both") long talks,
    @Schema(required = true, description = "Those that were looked at") long covered,
    @Schema(required = true, description = "`talks` of `covered`, 0 to 1") double share) {}
