package io.confnotes.query.submission;

import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.http.Tagged;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of a submission. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public final class SubmissionResource {

  private static final Problem NOT_SEEN =
      Problem.of(
          "submission-not-seen",
          "The submission was not seen yet",
          404,
          "If it was answered with 202 it is on its way and not lost: ask again. Otherwise the id is"
              + " wrong.");

  private final SubmissionStore submissions;

  SubmissionResource(SubmissionStore submissions) {
    this.submissions = submissions;
  }

  @GET
  @Path("{id}")
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "getSubmission",
      summary = "What became of a submission",
      description = "The id is in the answer to `POST /api/v1/notes`. Ask until it is there.")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(responseCode = "304", description = "As `If-None-Match` has it")
  @APIResponse(
      responseCode = "404",
      description =
          "Not processed yet (type `urn:confnotes:problem:submission-not-seen`, with"
              + " `Retry-After`), or no submission at all",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Submission get(@PathParam("id") UUID id) {
    return submissions
        .find(id)
        .orElseThrow(() -> new ProblemException(NOT_SEEN, Duration.ofSeconds(1)));
  }
}
