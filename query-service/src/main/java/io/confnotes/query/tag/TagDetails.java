package io.confnotes.query.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.confnotes.query.name.Around;
import io.confnotes.query.search.Facets;
import io.confnotes.query.talk.TalkItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One tag, and what was asked for besides. */
public record TagDetails(
    @Schema(required = true, examples = "containers") String slug,
    @Schema(required = true, examples = "containers") String name,
    @Schema(required = true, examples = "12") long talks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `expand=newestTalks`: at most 20")
        @Nullable List<TalkItem> newestTalks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=tags`: the other ones that most of its talks have, of its newest 500")
        @Nullable List<Facets.Value> tags,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=speakers`: the ten that most of its talks have, of its newest 500")
        @Nullable List<Facets.Value> speakers,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=events`: the ten that most of its talks have, of its newest 500")
        @Nullable List<Facets.Value> events) {

  static TagDetails of(Tag tag, Around.Found around) {
    return new TagDetails(
        tag.slug(),
        tag.name(),
        tag.talks(),
        around.newestTalks(),
        around.tags(),
        around.speakers(),
        around.events());
  }
}
