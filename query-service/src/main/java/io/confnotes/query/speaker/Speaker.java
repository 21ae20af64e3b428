package io.confnotes.query.speaker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A speaker and how many talks they gave. */
public record Speaker(
    @Schema(required = true, examples = "mary-shelley") String slug,
    @Schema(required = true, examples = "Mary Shelley") String name,
    @Schema(required = true, nullable = true, examples = "@mary") @Nullable String handle,
    @Schema(required = true, examples = "3") long talks) {}
