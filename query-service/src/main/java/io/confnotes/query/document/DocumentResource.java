package io.confnotes.query.document;

import io.confnotes.query.access.Scope;
import io.confnotes.query.forward.Forwarder;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.http.Tagged;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents. */
@Path("/api/v1/documents")
@Tag(name = "documents")
public final class DocumentResource {

  private final DocumentStore documents;
  private final Forwarder forwarder;

  DocumentResource(DocumentStore documents, Forwarder forwarder) {
    this.documents = documents;
    this.forwarder = forwarder;
  }

  @GET
  @Path("{id}")
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "getDocument",
      summary = "The current revision of a document and its talks, without the text")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(responseCode = "304", description = "As `If-None-Match` has it")
  @APIResponse(
      responseCode = "404",
      description = "No such document, or retracted",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Document get(@PathParam("id") UUID id) {
    return documents.find(id).orElseThrow(DocumentResource::notFound);
  }

  @GET
  @Path("{id}/text")
  @Produces(MediaType.TEXT_PLAIN)
  @RunOnVirtualThread
  @Operation(
      operationId = "getReadingText",
      summary = "The reading text, exactly",
      description = "What spans point into. Line ends are those of the source.")
  @APIResponse(
      responseCode = "200",
      description = "The text, in UTF-8",
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "304", description = "As `If-None-Match` has it")
  @APIResponse(
      responseCode = "404",
      description = "No such document, or retracted",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response text(@PathParam("id") UUID id, @Context Request request) {
    ReadingText text = documents.text(id).orElseThrow(DocumentResource::notFound);
    EntityTag tag = new EntityTag(text.revision());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged != null
            ? unchanged
            : Response.ok(text.text().getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8");
    return response.tag(tag).header("Cache-Control", "no-cache").build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Scope.SUBMIT)
  @APIResponse(
      responseCode = "401",
      description = "No token that is accepted",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "The token does not allow this",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @RunOnVirtualThread
  @Operation(
      operationId = "retractDocument",
      summary = "Retracts a document",
      description = "Forwarded to ingest-service, which answers when the retraction is in the log.")
  @APIResponse(responseCode = "202", description = "Acknowledged; see the submission")
  @APIResponse(
      responseCode = "503",
      description = "ingest-service does not answer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response retract(@PathParam("id") UUID id, @Context HttpServerRequest request) {
    return forwarder.toIngest(request, InputStream.nullInputStream());
  }

  private static ProblemException notFound() {
    return Problem.notFound("There is no document with this id, or no more.");
  }
}
