package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what would be understood of a document, and publishes nothing. */
@Path("/api/v1/preview")
@Tag(name = "Notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class PreviewResource {

  /**
   * What would be understood.
   *
   * @param mediaType the format that was read
   * @param readingText what the spans point into
   * @param talks what was understood, in the order of the document; may be empty
   */
  @Schema(name = "Preview")
  record Preview(
      UUID documentId,
      String revision,
      String mediaType,
      String readingText,
      List<Outline.Talk> talks) {}

  @POST
  @Operation(
      operationId = "previewNotes",
      summary = "Preview a document",
      description = "The same input and outline as a submission. Nothing is published.")
  @APIResponse(
      responseCode = "200",
      description = "The outline that was understood",
      content = @Content(schema = @Schema(implementation = Preview.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Preview preview(
      @BeanParam MetadataParameters parameters,
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
    Document document =
        Submission.read(headers.getMediaType(), headers.getLength(), body, parameters).document();
    return new Preview(
        document.documentId(),
        document.revision(),
        document.reading().format().mediaType(),
        document.reading().text(),
        Outline.of(document));
  }
}
