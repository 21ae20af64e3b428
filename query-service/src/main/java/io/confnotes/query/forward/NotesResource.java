package io.confnotes.query.forward;

import io.confnotes.query.access.Scope;
import io.confnotes.query.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Submissions and previews, which ingest-service takes. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Tag(name = "submissions")
@RolesAllowed(Scope.SUBMIT)
@APIResponse(
    responseCode = "401",
    description = "No token that is accepted",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "403",
    description = "The token does not allow this",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public final class NotesResource {

  private final Forwarder forwarder;

  NotesResource(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  @POST
  @Path("notes")
  @RunOnVirtualThread
  @Operation(
      operationId = "submitNotes",
      summary = "Submits a document, or several files",
      description =
          "Forwarded to ingest-service, whose API description says what it takes and answers.")
  @APIResponse(responseCode = "202", description = "Acknowledged by the log, with its outline")
  @APIResponse(
      responseCode = "503",
      description = "ingest-service does not answer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response submit(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toIngest(request, body);
  }

  @POST
  @Path("preview")
  @RunOnVirtualThread
  @Operation(
      operationId = "previewNotes",
      summary =
          "Shows what would be understood of a document, or of several files; nothing is stored",
      description =
          "Forwarded to ingest-service, whose API description says what it takes and answers.")
  @APIResponse(responseCode = "200", description = "The outline")
  @APIResponse(
      responseCode = "503",
      description = "ingest-service does not answer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response preview(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toIngest(request, body);
  }
}
