package io.confnotes.query.talk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A talk in a list.
 *
 * @param snippet where the search found it, null without a search
 */
public record TalkItem(
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
    @Schema(required = true, nullable = true, description = "Where `q` was found, null without it")
        @Nullable Snippet snippet,
    @JsonIgnore @Schema(hidden = true) Rank rank) {

  /**
   * The place in the list.
   *
   * @param score the relevance, 0 without a search
   */
  public record Rank(double score, TalkPosition position) {}
}
