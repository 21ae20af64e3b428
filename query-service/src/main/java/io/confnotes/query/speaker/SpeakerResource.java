package io.confnotes.query.speaker;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.SlugPosition;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.name.Renamed.Kind;
import io.confnotes.query.parameter.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

  SpeakerResource(SpeakerStore speakers, Renamed renamed) {
    this.speakers = speakers;
    this.renamed = renamed;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listSpeakers",
      summary = "Speakers, those with the most talks first",
      description = "A speaker is who goes by a name.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Speaker> list(
      @Parameter(description = "What a word of the name, or the slug, begins with")
          @QueryParam("q")
          @DefaultValue("")
          String prefix,
      @BeanParam PageParameters page) {
    return page(prefix.strip(), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<Speaker> export(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return new Export<>(
        Speaker.class, cursor, place -> page(prefix.strip(), place, Page.MAX_LIMIT));
  }

  private Page<Speaker> page(String prefix, @Nullable String cursor, int size) {
    String query = "speakers " + prefix;
    SlugPosition after = Cursor.decode(query, cursor, SlugPosition::of);
    return Page.of(
        speakers.list(prefix, after, size + 1),
        size,
        last -> Cursor.encode(query, last.talks(), last.slug()));
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
  public Speaker get(@Parameter(example = "mary-shelley") @PathParam("slug") String slug) {
    return speakers
        .find(slug)
        .orElseThrow(() -> renamed.notFound(Kind.SPEAKER, slug, "/api/v1/speakers"));
  }
}
