package io.confnotes.query.submission;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.parameter.PageParameters;
import io.confnotes.query.parameter.TimeOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listSubmissions",
      summary = "Submissions, those processed last first",
      description = "What was accepted and is not processed yet is not among them.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Submission> list(
      @BeanParam SubmissionFilter.Parameters parameters,
      @Parameter(
              description = "`-` is for the latest first",
              schema =
                  @Schema(
                      enumeration = {"-processedAt", "processedAt"},
                      defaultValue = "-processedAt"))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageParameters page) {
    return submissions.page(parameters.filter(), order(sort), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<Submission> export(
      @BeanParam SubmissionFilter.Parameters parameters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor) {
    SubmissionFilter filter = parameters.filter();
    TimeOrder order = order(sort);
    return new Export<>(
        Submission.class, cursor, place -> submissions.page(filter, order, place, Page.MAX_LIMIT));
  }

  private static TimeOrder order(@Nullable String sort) {
    return Choice.one("sort", sort, SubmissionStore.ORDERS);
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
