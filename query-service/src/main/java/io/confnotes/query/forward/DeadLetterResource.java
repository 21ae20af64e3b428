package io.confnotes.query.forward;

import io.confnotes.query.access.Scope;
import io.confnotes.query.parameter.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records that could not be applied, which summary-service keeps. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Tag(name = "operation")
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
public final class DeadLetterResource {

  private final Forwarder forwarder;

  DeadLetterResource(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  @GET
  @Path("dead-letters")
  @Operation(
      operationId = "listDeadLetters",
      summary = "Lists records that could not be applied, the newest first")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      description = "What became of them: `waiting`, `replayed`, `superseded` or `discarded`",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "reason",
      in = ParameterIn.QUERY,
      description = "Why, as the code that a dead letter has",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "200", description = "A page")
  public Response listDeadLetters(
      @Context HttpServerRequest request, @BeanParam PageParameters page) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("dead-letters/{id}")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(
      operationId = "getDeadLetter",
      summary = "A dead letter, with the headers and the beginning of its record")
  @APIResponse(responseCode = "200", description = "It")
  public Response getDeadLetter(@Context HttpServerRequest request, @PathParam("id") String id) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("dead-letters/{id}/bytes")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(operationId = "getDeadLetterBytes", summary = "The body of its record, byte for byte")
  @APIResponse(
      responseCode = "200",
      description = "At most 16 MiB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response getDeadLetterBytes(
      @Context HttpServerRequest request, @PathParam("id") String id) {
    return forwarder.toSummary(request);
  }

  @POST
  @Path("dead-letters/{id}/replay")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(operationId = "replayDeadLetter", summary = "Tries a dead letter again")
  @APIResponse(responseCode = "200", description = "It, afterwards")
  public Response replayDeadLetter(@Context HttpServerRequest request, @PathParam("id") String id) {
    return forwarder.toSummary(request);
  }

  @POST
  @Path("dead-letters/replay")
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Tries those that wait again, in the order of the log, 100 at most")
  @Parameter(
      name = "reason",
      in = ParameterIn.QUERY,
      description = "Only those with this reason",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "after",
      in = ParameterIn.QUERY,
      description = "The `next` of the answer before",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "200", description = "How many, and where to go on")
  public Response replayDeadLetters(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @POST
  @Path("dead-letters/{id}/discard")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(operationId = "discardDeadLetter", summary = "Gives a dead letter up")
  @APIResponse(responseCode = "200", description = "It, afterwards")
  public Response discardDeadLetter(
      @Context HttpServerRequest request, @PathParam("id") String id) {
    return forwarder.toSummary(request);
  }
}
