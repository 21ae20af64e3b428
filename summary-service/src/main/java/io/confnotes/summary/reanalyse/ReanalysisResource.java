package io.confnotes.summary.reanalyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confnotes.summary.access.Scope;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.access.Subject;
import io.confnotes.summary.http.JsonBody;
import io.confnotes.summary.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Brings what is stored up to date with the analyser and the vocabulary. */
@Path("/api/v1/reanalysis")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class ReanalysisResource {
  private final ReanalysisStore store;
  private final Subject subject;

  public ReanalysisResource(ReanalysisStore store, Subject subject) {
    this.store = store;
    this.subject = subject;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startReanalysis",
      summary = "Starts a re-analysis of all that is stored",
      description =
          "With `dryRun` it only finds out what would change. Without, documents that come are"
              + " analysed with the curated vocabulary from now on. It goes on after restarts until"
              + " it is done or stopped.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReanalysisRequest.class)))
  @APIResponseSchema(value = Reanalysis.class, responseCode = "202")
  public Response start(@Schema(hidden = true) String body) {
    return Response.accepted(store.start(parse(body).dryRun(), sender())).build();
  }

  @GET
  @Operation(
      operationId = "getReanalysis",
      summary = "Whether what is stored is up to date, and the last re-analysis")
  public ReanalysisStatus get() {
    return store.status();
  }

  @DELETE
  @Operation(
      operationId = "stopReanalysis",
      summary = "Stops the re-analysis that is running",
      description = "What it has done stays. Another one goes through everything again.")
  public Reanalysis stop() {
    return store.stop(sender());
  }

  private Sender sender() {
    return new Sender(subject.name(), subject.tokenId());
  }

  private static ReanalysisRequest parse(String body) {
    try {
      ReanalysisRequest request = JsonBody.read(body, ReanalysisRequest.class);
      if (request == null) {
        throw Problem.invalidBody("It is null. Send {\"dryRun\": true} or {\"dryRun\": false}.");
      }
      return request;
    } catch (JsonProcessingException e) {
      throw Problem.invalidBody(
          "It is no JSON of ours. Send {\"dryRun\": true} or {\"dryRun\": false}.");
    }
  }
}
