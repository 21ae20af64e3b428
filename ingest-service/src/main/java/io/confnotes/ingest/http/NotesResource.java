package io.confnotes.ingest.http;

import io.confnotes.ingest.access.Scope;
import io.confnotes.ingest.access.Subject;
import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Identity;
import io.confnotes.ingest.http.body.BodyMemory;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.submission.MetadataParameters;
import io.confnotes.ingest.http.submission.Request;
import io.confnotes.ingest.http.submission.Submission;
import io.confnotes.ingest.http.submission.Upload;
import io.confnotes.ingest.publish.DocumentPublisher;
import io.confnotes.ingest.publish.LogUnavailable;
import io.confnotes.ingest.publish.RecordTooLarge;
import io.confnotes.ingest.publish.Sender;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes documents in and publishes them. */
@Path("/api/v1")
@Tag(name = "Notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.SUBMIT)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
public final class NotesResource {
  private static final int MAX_KEY = 200;
  private static final Logger LOG = Logger.getLogger(NotesResource.class);

  private final DocumentPublisher publisher;
  private final StatusAddress statusAddress;
  private final BodyMemory memory;
  private final Subject subject;

  NotesResource(
      DocumentPublisher publisher,
      StatusAddress statusAddress,
      BodyMemory memory,
      Subject subject) {
    this.publisher = publisher;
    this.statusAddress = statusAddress;
    this.memory = memory;
    this.subject = subject;
  }

  @Schema(name = "RetractionAccepted")
  record RetractionAccepted(UUID submissionId, UUID documentId, URI status) {}

  @POST
  @Path("/notes")
  @Operation(
      operationId = "submitNotes",
      summary = "Submit a document, or several files",
      description =
          "Finds the talks in a text and publishes them. The answer comes after the log has acknowledged and"
              + " carries the outline that was understood. Of a form or an archive, each file is a document with a"
              + " submission of its own; those that cannot be accepted are listed with the reason.")
  @APIResponse(
      responseCode = "202",
      description =
          "Published; the outline that was understood. Of several files, at least one is published",
      content = @Content(schema = @Schema(oneOf = {Accepted.One.class, Accepted.Several.class})))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response submit(
      @BeanParam MetadataParameters parameters,
      @Parameter(
              description = "Makes a retried request safe: the same key gives the same submissions")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      @RequestBody(ref = ApiDescription.NOTES) InputStream body)
      throws IOException {
    requireValid(idempotencyKey);
    try (BodyMemory.Share _ = memory.reserve(headers)) {
      return switch (Request.read(headers, body, parameters)) {
        case Submission submission -> one(submission, idempotencyKey);
        case Upload upload -> several(upload, idempotencyKey);
      };
    }
  }

  private Response one(Submission submission, @Nullable String idempotencyKey) {
    UUID submissionId = Identity.submissionId(subject.name(), idempotencyKey);
    Document document = Acceptance.of(submission);
    publish(() -> publisher.publish(document, submissionId, sender()));
    LOG.infof(
        "document published documentId=%s submissionId=%s talks=%d subject=%s",
        document.documentId(), submissionId, document.talks().size(), subject.name());
    URI status = statusAddress.of(submissionId);
    return Response.accepted(
            new Accepted.One(
                submissionId,
                document.documentId(),
                document.revision(),
                status,
                Outline.of(document)))
        .location(status)
        .build();
  }

  private Response several(Upload upload, @Nullable String idempotencyKey) throws IOException {
    Refusals refusals = new Refusals();
    Acceptance acceptance = new Acceptance(InstantSource.system());
    Publishing publishing = new Publishing(publisher, sender(), refusals);
    upload.forEach(
        submission -> {
          publishing.requireLog();
          Document document = acceptance.next(submission);
          publishing.send(document, item(document, idempotencyKey));
        },
        refusals);
    List<Accepted.Item> items = publishing.finish();
    LOG.infof(
        "documents published documents=%d refused=%d subject=%s",
        items.size(), refusals.count(), subject.name());
    if (items.isEmpty()) {
      throw Problem.nothingAccepted(refusals, publishing.logAway());
    }
    return Response.accepted(new Accepted.Several(items, refusals.listed(), refusals.unlisted()))
        .build();
  }

  private Accepted.Item item(Document document, @Nullable String idempotencyKey) {
    String path = String.valueOf(document.path());
    UUID submissionId =
        Identity.submissionId(
            subject.name(), idempotencyKey == null ? null : idempotencyKey + "\n" + path);
    return new Accepted.Item(
        path,
        submissionId,
        document.documentId(),
        document.revision(),
        statusAddress.of(submissionId),
        document.reading().format().mediaType(),
        Outline.of(document));
  }

  @DELETE
  @Path("/documents/{documentId}")
  @Operation(
      operationId = "retractDocument",
      summary = "Retract a document",
      description =
          "Publishes that the document is withdrawn; its text and talk notes are then removed.")
  @APIResponse(
      responseCode = "202",
      description = "Published",
      content = @Content(schema = @Schema(implementation = RetractionAccepted.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response retract(
      @PathParam("documentId") @Schema(format = "uuid") String id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    UUID documentId = uuid(id);
    requireValid(idempotencyKey);
    UUID submissionId = Identity.submissionId(subject.name(), idempotencyKey);
    publish(() -> publisher.retract(documentId, submissionId, sender()));
    LOG.infof(
        "document retracted documentId=%s submissionId=%s subject=%s",
        documentId, submissionId, subject.name());
    URI status = statusAddress.of(submissionId);
    return Response.accepted(new RetractionAccepted(submissionId, documentId, status))
        .location(status)
        .build();
  }

  private interface Publication {
    void run() throws LogUnavailable, RecordTooLarge;
  }

  private Sender sender() {
    return new Sender(subject.name(), subject.tokenId());
  }

  private static void publish(Publication publication) {
    try {
      publication.run();
    } catch (RecordTooLarge e) {
      throw Problem.recordTooLarge();
    } catch (LogUnavailable e) {
      LOG.warnf("not published: %s", e.getMessage());
      throw Problem.logAway();
    }
  }

  private static void requireValid(@Nullable String idempotencyKey) {
    if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > MAX_KEY)) {
      throw Problem.invalidParameter(
          "Idempotency-Key", "must have 1 to " + MAX_KEY + " characters");
    }
  }

  private static UUID uuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      if (uuid.toString().equalsIgnoreCase(id)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      LOG.debugf(e, "not a UUID");
    }
    throw Problem.invalidParameter(
        "documentId", "is not a UUID; use the documentId of the answer to your submission");
  }
}
