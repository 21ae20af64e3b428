package io.confnotes.query.related;

import io.confnotes.query.http.Page;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.related.RelatedTalk.RelatedTalks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Related talks. */
@Path("/api/v1/talks/{id}/related")
@Tag(name = "talks")
public final class RelatedResource {

  private static final int MAX_LIMIT = 50;
  private static final String DEFAULT_LIMIT = "6";

  private final RelatedStore related;

  RelatedResource(RelatedStore related) {
    this.related = related;
  }

  @GET
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "listRelatedTalks",
      summary = "Talks that have to do with a talk, and why",
      description =
          "By tags they share, the rarer the better, and by speakers. Of no talk there are none.")
  @APIResponse(
      responseCode = "200",
      description = "The talks, those that have most to do with it first",
      content = @Content(schema = @Schema(implementation = RelatedTalks.class)))
  public RelatedTalks list(
      @PathParam("id") UUID id,
      @Parameter(
              description = "The most talks to answer with",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + MAX_LIMIT,
                      defaultValue = DEFAULT_LIMIT))
          @QueryParam("limit")
          @DefaultValue(DEFAULT_LIMIT)
          String limit) {
    return new RelatedTalks(related.of(id, Page.number("limit", limit, MAX_LIMIT)));
  }
}
