package io.confnotes.ingest.http;

import io.confnotes.ingest.http.body.FilesForm;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.submission.SubmissionRequest;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the OpenAPI document says of the whole API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Confnotes ingest-service",
            version = "1",
            description =
                "Takes notes of conferences as they are, finds the talks in them and publishes them.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    components =
        @Components(
            requestBodies =
                @RequestBody(
                    name = ApiDescription.NOTES,
                    required = true,
                    description =
                        "One document, or several files: 4 MiB for a text, 8 MiB for JSON, 32 MiB for a form or an"
                            + " archive. A decoded document may have 1 MiB.",
                    content = {
                      @Content(
                          mediaType = "text/plain",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "text/markdown",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "text/html",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "text/x-rst",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "text/org",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "text/asciidoc",
                          schema = @Schema(implementation = String.class)),
                      @Content(
                          mediaType = "application/json",
                          schema = @Schema(implementation = SubmissionRequest.class)),
                      @Content(
                          mediaType = "multipart/form-data",
                          schema = @Schema(implementation = FilesForm.class)),
                      @Content(
                          mediaType = "application/zip",
                          schema = @Schema(type = SchemaType.STRING, format = "binary")),
                      @Content(
                          mediaType = "application/gzip",
                          schema = @Schema(type = SchemaType.STRING, format = "binary")),
                      @Content(
                          mediaType = "application/x-tar",
                          schema = @Schema(type = SchemaType.STRING, format = "binary"))
                    }),
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "A refusal, as RFC 9457 has it; its type is stable",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
public final class ApiDescription extends Application {
  /** The body that {@code /notes} and {@code /preview} take. */
  static final String NOTES = "Notes";
}
