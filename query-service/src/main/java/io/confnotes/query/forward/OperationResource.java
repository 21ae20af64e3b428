package io.confnotes.query.forward;

import io.confnotes.query.access.Scope;
import io.confnotes.query.parameter.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Re-analysis, rebuilds and the audit, which are summary-service's. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Tag(name = "operation")
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
public final class OperationResource {

  private final Forwarder forwarder;

  OperationResource(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  @POST
  @Path("reanalysis")
  @Operation(
      operationId = "startReanalysis",
      summary = "Starts a re-analysis of all that is stored")
  @APIResponse(responseCode = "202", description = "It has begun")
  public Response startReanalysis(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toSummary(request, body);
  }

  @GET
  @Path("reanalysis")
  @Operation(
      operationId = "getReanalysis",
      summary = "Whether what is stored is up to date, and the last re-analysis")
  @APIResponse(responseCode = "200", description = "It")
  public Response getReanalysis(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @DELETE
  @Path("reanalysis")
  @Operation(operationId = "stopReanalysis", summary = "Stops the re-analysis that is running")
  @APIResponse(responseCode = "200", description = "As far as it came")
  public Response stopReanalysis(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @POST
  @Path("rebuild")
  @Operation(
      operationId = "startRebuild",
      summary = "Starts to build all that is derived anew from the log")
  @APIResponse(responseCode = "202", description = "It has begun")
  public Response startRebuild(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toSummary(request, body);
  }

  @GET
  @Path("rebuild")
  @Operation(
      operationId = "getRebuild",
      summary = "How far the last rebuild is, and what differs from what serves")
  @APIResponse(responseCode = "200", description = "It")
  public Response getRebuild(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @POST
  @Path("rebuild/switch")
  @Operation(
      operationId = "switchRebuild",
      summary = "Lets the rebuild that is ready take the place of what serves")
  @APIResponse(responseCode = "202", description = "It will")
  public Response switchRebuild(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @DELETE
  @Path("rebuild")
  @Operation(
      operationId = "dropRebuild",
      summary = "Ends the rebuild and drops what it has built, or what it has replaced")
  @APIResponse(responseCode = "200", description = "As far as it came")
  public Response dropRebuild(@Context HttpServerRequest request) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("audit")
  @Operation(
      operationId = "listAudit",
      summary = "Lists who submitted, deleted, curated and operated, the newest first")
  @APIResponse(responseCode = "200", description = "A page")
  public Response listAudit(@Context HttpServerRequest request, @BeanParam PageParameters page) {
    return forwarder.toSummary(request);
  }
}
