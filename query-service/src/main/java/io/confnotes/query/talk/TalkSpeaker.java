package io.confnotes.query.talk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who gave a talk. */
public record TalkSpeaker(
    @Schema(required = true, examples = "mary-shelley") String slug,
    @Schema(required = true, examples = "Mary Shelley") String name,
    @Schema(required = true, nullable = true, examples = "@mary") @Nullable String handle,
    @Schema(required = true, nullable = true, examples = "Villa Diodati")
        @Nullable String affiliation) {}
