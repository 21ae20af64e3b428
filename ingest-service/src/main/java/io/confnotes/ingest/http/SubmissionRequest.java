package io.confnotes.ingest.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a submission. A member that is absent may be given as a query parameter. */
@Schema(name = "Submission")
record SubmissionRequest(
    @Schema(
            required = true,
            description = "The text as it is, at most 1 MiB",
            examples = "Tides at Home\\nMara Quill\\nA jar is enough.")
        @Nullable String content,
    @Schema(
            description =
                "What the text is said to be: text/plain, text/markdown, text/html, text/x-rst, text/org"
                    + " or text/asciidoc. The content decides where it clearly is something else.",
            defaultValue = "text/plain")
        @Nullable String mediaType,
    @Nullable String event,
    @Nullable String date,
    @Nullable String author,
    @Nullable String sourceUrl,
    @Nullable String document) {}
