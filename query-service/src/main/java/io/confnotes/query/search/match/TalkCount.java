package io.confnotes.query.search.match;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number of talks. */
public record TalkCount(
    @Schema(required = true, examples = "123") long count,
    @Schema(required = true, description = "Whether these are all. If not, there are more.")
        boolean exact) {}
