package io.confnotes.query.document;

import io.confnotes.query.access.Scope;
import io.confnotes.query.export.Export;
import io.confnotes.query.forward.Forwarder;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.parameter.PageParameters;
import io.confnotes.query.parameter.TimeOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "listDocuments",
      summary = "Documents, those submitted last first",
      description = "A document is a text that was submitted. A new revision counts as submitted.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<DocumentItem> list(
      @BeanParam DocumentFilter.Parameters parameters,
      @Parameter(
              description = "`-` is for the latest first",
              schema =
                  @Schema(
                      enumeration = {"-submittedAt", "submittedAt"},
                      defaultValue = "-submittedAt"))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageParameters page) {
    return documents.page(parameters.filter(), order(sort), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<DocumentItem> export(
      @BeanParam DocumentFilter.Parameters parameters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor) {
    DocumentFilter filter = parameters.filter();
    TimeOrder order = order(sort);
    return new Export<>(
        DocumentItem.class, cursor, place -> documents.page(filter, order, place, Page.MAX_LIMIT));
  }

  private static TimeOrder order(@Nullable String sort) {
    return Choice.one("sort", sort, DocumentStore.ORDERS);
  }

  @GET
  @Path("{id}")
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "getDocument",
      summary = "The current revision of a document and its talks, without the text",
      description = "A document that was retracted is known as such, without anything it said.")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(
      responseCode = "404",
      description = "No such document",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Document get(
      @PathParam("id") UUID id,
      @Parameter(
              description = "What to answer besides: `revisions`",
              schema = @Schema(enumeration = {"revisions"}))
          @QueryParam("expand")
          @Nullable String expand) {
    boolean withRevisions = !Choice.some("expand", expand, List.of(Expansion.values())).isEmpty();
    return documents.find(id, withRevisions).orElseThrow(DocumentResource::notFound);
  }

  /** What an answer has on request. */
  private enum Expansion implements Choice {
    REVISIONS;

    @Override
    public String label() {
      return "revisions";
    }
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
