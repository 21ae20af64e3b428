package io.confnotes.summary.rebuild;

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

/** Builds schema {@code derived} anew from the log, beside the one that serves. */
@Path("/api/v1/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class RebuildResource {
  private static final String BODY = "Send {\"switch\": false} or {\"switch\": true}.";

  private final RebuildStore store;
  private final Subject subject;

  public RebuildResource(RebuildStore store, Subject subject) {
    this.store = store;
    this.subject = subject;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startRebuild",
      summary = "Starts to build all that is derived anew from the log",
      description =
          "It is built beside what serves, compared with it, and then follows the log. With"
              + " `switch` it takes its place as soon as that is done; without, it waits to be told."
              + " It goes on after restarts until it has switched or is dropped.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = RebuildRequest.class)))
  @APIResponseSchema(value = Rebuild.class, responseCode = "202")
  public Response start(@Schema(hidden = true) String body) {
    return Response.accepted(store.start(parse(body).switches(), sender())).build();
  }

  @GET
  @Operation(
      operationId = "getRebuild",
      summary = "How far the last rebuild is, and what differs from what serves")
  public RebuildStatus get() {
    return store.status();
  }

  @POST
  @Path("/switch")
  @Operation(
      operationId = "switchRebuild",
      summary = "Lets the rebuild that is ready take the place of what serves",
      description =
          "It does so in one transaction, within seconds. What it replaces is kept, but no longer"
              + " kept up to date, until it is dropped or another rebuild starts.")
  @APIResponseSchema(value = Rebuild.class, responseCode = "202")
  public Response switchOver() {
    return Response.accepted(store.switchOver(sender())).build();
  }

  @DELETE
  @Operation(
      operationId = "dropRebuild",
      summary = "Ends the rebuild and drops what it has built, or what it has replaced")
  public Rebuild drop() {
    return store.drop();
  }

  private Sender sender() {
    return new Sender(subject.name(), subject.tokenId());
  }

  private static RebuildRequest parse(String body) {
    try {
      RebuildRequest request = JsonBody.read(body, RebuildRequest.class);
      if (request == null) {
        throw Problem.invalidBody("It is null. " + BODY);
      }
      return request;
    } catch (JsonProcessingException e) {
      throw Problem.invalidBody("It is no JSON of ours. " + BODY);
    }
  }
}
