package io.confnotes.query.talk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic of a talk. */
public record TalkTag(
    @Schema(required = true, examples = "containers") String slug,
    @Schema(required = true, examples = "containers") String name,
    @Schema(required = true, description = "The higher, the more the talk is about it")
        double score) {}
