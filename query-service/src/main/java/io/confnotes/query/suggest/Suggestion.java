package io.confnotes.query.suggest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A name that somebody may be typing. */
public record Suggestion(
    @Schema(
            required = true,
            enumeration = {"tag", "speaker", "event", "title"},
            examples = "tag")
        String kind,
    @Schema(required = true, examples = "containers") String name,
    @Schema(
            required = true,
            nullable = true,
            description = "For the operator of its kind; null of a title",
            examples = "containers")
        @Nullable String slug,
    @Schema(required = true, description = "How many there are of it", examples = "12")
        long talks) {}
