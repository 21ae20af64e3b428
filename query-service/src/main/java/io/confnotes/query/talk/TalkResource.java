package io.confnotes.query.talk;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.parameter.Choice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One talk. */
@Path("/api/v1/talks")
@Tag(name = "talks")
public final class TalkResource {

  private static final String KEY_POINTS = "" + TalkStore.KEY_POINTS;
  private static final int MAX_KEY_POINTS = 15;

  private final TalkStore talks;

  TalkResource(TalkStore talks) {
    this.talks = talks;
  }

  @GET
  @Path("{id}")
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "getTalk",
      summary = "One talk with the notes of all its authors",
      description =
          "The id stays when notes are edited. A talk that was merged into another redirects there.")
  @APIResponse(
      responseCode = "200",
      description = "The talk",
      content = @Content(schema = @Schema(implementation = Talk.class)))
  @APIResponse(responseCode = "301", description = "Merged: see `Location`")
  @APIResponse(
      responseCode = "404",
      description = "No such talk",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response get(
      @PathParam("id") UUID id,
      @Parameter(
              description = "How many key points of each author's notes, at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "15",
                      defaultValue = KEY_POINTS))
          @QueryParam("keyPoints")
          @DefaultValue(KEY_POINTS)
          String keyPoints,
      @Parameter(
              description = "What to answer besides: the `text` of the notes",
              schema = @Schema(enumeration = {"text"}))
          @QueryParam("expand")
          @Nullable String expand) {
    int most = Page.number("keyPoints", keyPoints, MAX_KEY_POINTS);
    boolean withText = !Choice.some("expand", expand, List.of(Expansion.values())).isEmpty();
    return response(id, talks.find(id, most, withText));
  }

  /** The same for programs that know schema.org. */
  @GET
  @Path("{id}")
  @Tagged
  @Produces(Export.LINKED_DATA_IF_ASKED)
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Response linkedData(@PathParam("id") UUID id, @Context UriInfo uri) {
    return response(
        id, talks.find(id, TalkStore.KEY_POINTS, false).map(talk -> TalkLinkedData.of(talk, uri)));
  }

  private Response response(UUID id, Optional<?> talk) {
    if (talk.isPresent()) {
      return Response.ok(talk.get()).build();
    }
    UUID target =
        talks
            .redirect(id)
            .orElseThrow(() -> Problem.notFound("There is no talk with this id, or no more."));
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .location(URI.create("/api/v1/talks/" + target))
        .build();
  }

  /** What an answer has on request. */
  private enum Expansion implements Choice {
    TEXT;

    @Override
    public String label() {
      return "text";
    }
  }
}
