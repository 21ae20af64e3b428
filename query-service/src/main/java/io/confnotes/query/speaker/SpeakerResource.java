package io.confnotes.query.speaker;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.name.Around;
import io.confnotes.query.name.NameExpansion;
import io.confnotes.query.name.NameOrder;
import io.confnotes.query.name.NameParameters;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.name.Renamed.Kind;
import io.confnotes.query.parameter.PageParameters;
import io.confnotes.query.talk.TalkFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Speakers. */
@Path("/api/v1/speakers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "speakers")
public final class SpeakerResource {

  private final SpeakerStore speakers;
  private final Renamed renamed;
  private final Around around;

  SpeakerResource(SpeakerStore speakers, Renamed renamed, Around around) {
    this.speakers = speakers;
    this.renamed = renamed;
    this.around = around;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listSpeakers",
      summary = "Speakers, those with the most talks first or as `sort` says",
      description = "A speaker is who goes by a name.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Speaker> list(
      @BeanParam NameParameters parameters,
      @Parameter(
              description =
                  "By number of talks, by name, or by the date of the last talk; those without one are last",
              schema =
                  @Schema(
                      enumeration = {"-talks", "name", "-lastTalk"},
                      defaultValue = "-talks"))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageParameters page) {
    return page(parameters.query(sort, NameOrder.OF_TOPICS), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<Speaker> export(
      @BeanParam NameParameters parameters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor) {
    NameQuery query = parameters.query(sort, NameOrder.OF_TOPICS);
    return new Export<>(Speaker.class, cursor, place -> page(query, place, Page.MAX_LIMIT));
  }

  private Page<Speaker> page(NameQuery query, @Nullable String cursor, int size) {
    return query.page("speakers", cursor, size, speakers::list);
  }

  @GET
  @Path("{slug}")
  @Tagged
  @RunOnVirtualThread
  @Operation(operationId = "getSpeaker", summary = "One speaker")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(responseCode = "301", description = "Renamed or merged: see `Location`")
  @APIResponse(
      responseCode = "404",
      description = "No such speaker",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public SpeakerDetails get(
      @Parameter(example = "mary-shelley") @PathParam("slug") String slug,
      @Parameter(
              description =
                  "What to answer besides, with commas between: `newestTalks`, `tags`, `speakers`, `events`",
              schema = @Schema(enumeration = {"newestTalks", "tags", "speakers", "events"}))
          @QueryParam("expand")
          @Nullable String expand) {
    Set<NameExpansion> wanted =
        NameExpansion.of(
            expand,
            NameExpansion.NEWEST_TALKS,
            NameExpansion.TAGS,
            NameExpansion.SPEAKERS,
            NameExpansion.EVENTS);
    return SpeakerDetails.of(find(slug), around.find(TalkFilter.Kind.SPEAKER, slug, wanted));
  }

  private Speaker find(String slug) {
    return speakers
        .find(slug)
        .orElseThrow(() -> renamed.notFound(Kind.SPEAKER, slug, "/api/v1/speakers"));
  }
}
