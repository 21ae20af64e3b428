package io.confnotes.query.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.confnotes.query.name.Around;
import io.confnotes.query.search.Facets;
import io.confnotes.query.talk.TalkItem;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event, and what was asked for besides. */
public record EventDetails(
    @Schema(required = true, examples = "linux-conf-au-2018") String slug,
    @Schema(required = true, examples = "linux.conf.au 2018") String name,
    @Schema(required = true, examples = "25") long talks,
    @Schema(required = true, nullable = true, examples = "2018-01-22")
        @Nullable LocalDate dateStart,
    @Schema(required = true, nullable = true, examples = "2018-01-26") @Nullable LocalDate dateEnd,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `expand=newestTalks`: at most 20")
        @Nullable List<TalkItem> newestTalks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=tags`: the ten that most of its talks have, of its newest 500")
        @Nullable List<Facets.Value> tags,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=speakers`: the ten that most of its talks have, of its newest 500")
        @Nullable List<Facets.Value> speakers) {

  static EventDetails of(Event event, Around.Found around) {
    return new EventDetails(
        event.slug(),
        event.name(),
        event.talks(),
        event.dateStart(),
        event.dateEnd(),
        around.newestTalks(),
        around.tags(),
        around.speakers());
  }
}
