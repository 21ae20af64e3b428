package io.confnotes.query.talk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a text, half open, in Unicode code points. */
@Schema(
    description =
        "A part of a text, half open, in Unicode code points (not UTF-16 units, not bytes)")
public record Span(
    @Schema(required = true, examples = "120") int start,
    @Schema(required = true, examples = "164") int end) {}
