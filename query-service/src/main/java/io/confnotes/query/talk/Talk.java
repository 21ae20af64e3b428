package io.confnotes.query.talk;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A talk with the notes of all its authors, the earliest first. */
public record Talk(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "Containers without tears") String title,
    @Schema(required = true, nullable = true, examples = "linux.conf.au 2018")
        @Nullable String event,
    @Schema(required = true, nullable = true, examples = "linux-conf-au-2018")
        @Nullable String eventSlug,
    @Schema(
            required = true,
            nullable = true,
            description = "As submitted: a year, month or day",
            examples = "2018-01-26")
        @Nullable String date,
    @Schema(required = true) List<TalkSpeaker> speakers,
    @Schema(required = true) List<TalkTag> tags,
    @Schema(required = true) List<TalkNotes> notes) {}
