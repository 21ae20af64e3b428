package io.confnotes.query.tag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A canonical topic and how many talks are about it. */
public record Tag(
    @Schema(required = true, examples = "containers") String slug,
    @Schema(required = true, examples = "containers") String name,
    @Schema(required = true, examples = "12") long talks) {}
