package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Identity;
import io.confnotes.ingest.publish.DocumentPublisher;
import io.confnotes.ingest.publish.LogUnavailable;
import io.confnotes.ingest.publish.RecordTooLarge;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
@RunOnVirtualThread
public final class NotesResource {
  /** Until access control tells subjects apart, all idempotency keys are of one. */
  private static final String SUBJECT = "anonymous";

  private static final int MAX_KEY = 200;
  private static final Logger LOG = Logger.getLogger(NotesResource.class);

  private final DocumentPublisher publisher;
  private final StatusAddress statusAddress;

  NotesResource(DocumentPublisher publisher, StatusAddress statusAddress) {
    this.publisher = publisher;
    this.statusAddress = statusAddress;
  }

  /**
   * The answer to a submission.
   *
   * @param status the address to poll for what became of the submission
   * @param talks what was understood, in the order of the document
   */
  @Schema(name = "Accepted")
  record Accepted(
      UUID submissionId, UUID documentId, String revision, URI status, List<Outline.Talk> talks) {}

  @Schema(name = "RetractionAccepted")
  record RetractionAccepted(UUID submissionId, UUID documentId, URI status) {}

  @POST
  @Path("/notes")
  @Operation(
      operationId = "submitNotes",
      summary = "Submit a document",
      description =
          "Finds the talks in a text and publishes them. The answer comes after the log has acknowledged and"
              + " carries the outline that was understood.")
  @APIResponse(
      responseCode = "202",
      description = "Published; the outline that was understood",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response submit(
      @BeanParam MetadataParameters parameters,
      @Parameter(
              description = "Makes a retried request safe: the same key gives the same submission")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)),
                @Content(
                    mediaType = "text/markdown",
                    schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/x-rst", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/org", schema = @Schema(implementation = String.class)),
                @Content(
                    mediaType = "text/asciidoc",
                    schema = @Schema(implementation = String.class)),
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = SubmissionRequest.class))
              })
          InputStream body)
      throws IOException {
    UUID submissionId = submissionId(idempotencyKey);
    Submission submission =
        Submission.read(headers.getMediaType(), headers.getLength(), body, parameters);
    Document document = submission.document();
    if (document.talks().isEmpty()) {
      throw Problem.noTalkFound();
    }
    if (document.talks().size() > Document.MAX_TALKS) {
      throw Problem.tooManyTalks(document.talks().size(), Document.MAX_TALKS);
    }
    publish(() -> publisher.publish(document, submissionId));
    LOG.infof(
        "document published documentId=%s submissionId=%s talks=%d",
        document.documentId(), submissionId, document.talks().size());
    URI status = statusAddress.of(submissionId);
    return Response.accepted(
            new Accepted(
                submissionId,
                document.documentId(),
                document.revision(),
                status,
                Outline.of(document)))
        .location(status)
        .build();
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
    UUID submissionId = submissionId(idempotencyKey);
    publish(() -> publisher.retract(documentId, submissionId));
    LOG.infof("document retracted documentId=%s submissionId=%s", documentId, submissionId);
    URI status = statusAddress.of(submissionId);
    return Response.accepted(new RetractionAccepted(submissionId, documentId, status))
        .location(status)
        .build();
  }

  private interface Publication {
    void run() throws LogUnavailable, RecordTooLarge;
  }

  private static void publish(Publication publication) {
    try {
      publication.run();
    } catch (RecordTooLarge e) {
      throw Problem.tooLarge(
          "The document has too many parts for one record of the log. Split it.");
    } catch (LogUnavailable e) {
      LOG.warnf("not published: %s", e.getMessage());
      throw Problem.logAway(
          "Kafka did not acknowledge the document. Nothing is lost on your side: submit it again.");
    }
  }

  private static UUID submissionId(@Nullable String idempotencyKey) {
    if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > MAX_KEY)) {
      throw Problem.invalidParameter(
          "Idempotency-Key", "must have 1 to " + MAX_KEY + " characters");
    }
    return Identity.submissionId(SUBJECT, idempotencyKey);
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
