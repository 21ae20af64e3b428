package io.confnotes.query.speaker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.confnotes.query.name.Around;
import io.confnotes.query.search.Facets;
import io.confnotes.query.talk.TalkItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One speaker, and what was asked for besides. */
public record SpeakerDetails(
    @Schema(required = true, examples = "mary-shelley") String slug,
    @Schema(required = true, examples = "Mary Shelley") String name,
    @Schema(required = true, nullable = true, examples = "@mary") @Nullable String handle,
    @Schema(required = true, examples = "3") long talks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `expand=newestTalks`: at most 20")
        @Nullable List<TalkItem> newestTalks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=tags`: the ten that most of their talks have, of their newest 500")
        @Nullable List<Facets.Value> tags,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=speakers`: the other ones that most of their talks have, of their newest 500")
        @Nullable List<Facets.Value> speakers,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=events`: the ten that most of their talks have, of their newest 500")
        @Nullable List<Facets.Value> events) {

  static SpeakerDetails of(Speaker speaker, Around.Found around) {
    return new SpeakerDetails(
        speaker.slug(),
        speaker.name(),
        speaker.handle(),
        speaker.talks(),
        around.newestTalks(),
        around.tags(),
        around.speakers(),
        around.events());
  }
}
