package io.confnotes.query.search;

import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The list of talks, and the search. */
@Path("/api/v1/talks")
@Tag(name = "talks")
public final class TalksResource {

  private final TalkSearch search;

  TalksResource(TalkSearch search) {
    this.search = search;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "listTalks",
      summary = "Talks by date, or what a search finds",
      description =
          "Without `q` sorted by date, those without one last, then as in the document. With `q` by"
              + " relevance (title and speakers count most), then by date.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not valid; `parameter` names it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Page<TalkItem> list(
      @Parameter(
              description =
                  "Words to search titles, speakers, headings, key points and notes for. `\"a b\"`"
                      + " is a phrase, `or` an alternative, `-a` an exclusion. `tag:`, `speaker:`,"
                      + " `event:` (a slug or a name, in quotes if need be; with a leading minus to"
                      + " exclude), `before:` and `after:` (2018, 2018-01 or 2018-01-26; the day"
                      + " itself counts for `after:` only) filter. Nothing is an error.",
              example = "containers -docker after:2018")
          @QueryParam("q")
          @Nullable String words,
      @Parameter(description = "An event's slug or name", example = "linux-conf-au-2018")
          @QueryParam("event")
          @Nullable String event,
      @Parameter(description = "A speaker's slug or name", example = "mary-shelley")
          @QueryParam("speaker")
          @Nullable String speaker,
      @Parameter(description = "A tag's slug or name", example = "containers") @QueryParam("tag")
          @Nullable String tag,
      @Parameter(
              description =
                  "The first date: a year, month or day. Talks of which a day can be in range count",
              example = "2018-01")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The last date, included: a year, month or day", example = "2018")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description = "The most items to answer with",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = Page.DEFAULT_LIMIT))
          @QueryParam("limit")
          @DefaultValue(Page.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = "`next` of the page before, with the same parameters")
          @QueryParam("cursor")
          @Nullable String cursor) {
    TalkFilter filter = TalkFilter.of(event, speaker, tag, from, to);
    return search.page(words, filter, cursor, Page.limit(limit));
  }
}
