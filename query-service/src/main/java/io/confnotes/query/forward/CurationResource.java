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
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions of curators and the vocabulary, which summary-service keeps. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Tag(name = "curation")
@RolesAllowed(Scope.CURATE)
@RunOnVirtualThread
public final class CurationResource {

  private final Forwarder forwarder;

  CurationResource(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  @POST
  @Path("curations")
  @Operation(operationId = "curate", summary = "Makes a decision")
  @APIResponse(responseCode = "201", description = "The decision")
  public Response curate(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toSummary(request, body);
  }

  @POST
  @Path("curations/preview")
  @Operation(
      operationId = "previewCuration",
      summary = "Shows what a decision would change; nothing is changed")
  @APIResponse(responseCode = "200", description = "What it would change")
  public Response previewCuration(@Context HttpServerRequest request, InputStream body) {
    return forwarder.toSummary(request, body);
  }

  @GET
  @Path("curations")
  @Operation(operationId = "listCurations", summary = "Lists decisions, the newest first")
  @APIResponse(responseCode = "200", description = "A page")
  public Response listCurations(
      @Context HttpServerRequest request, @BeanParam PageParameters page) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("curations/{id}")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(operationId = "getCuration", summary = "A decision, with the rows it changed")
  @APIResponse(responseCode = "200", description = "It")
  public Response getCuration(@Context HttpServerRequest request, @PathParam("id") String id) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("vocabulary")
  @Operation(operationId = "listVocabulary", summary = "Lists tags with their other names, by slug")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Of tags one of whose names has this in it",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "hidden",
      in = ParameterIn.QUERY,
      description = "`true` for hidden ones only",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "200", description = "A page")
  public Response listVocabulary(
      @Context HttpServerRequest request, @BeanParam PageParameters page) {
    return forwarder.toSummary(request);
  }

  @GET
  @Path("vocabulary/{slug}")
  @APIResponse(responseCode = "404", description = "Nothing has this name, or no more")
  @Operation(operationId = "getTerm", summary = "A tag with its other names")
  @APIResponse(responseCode = "200", description = "It")
  public Response getTerm(@Context HttpServerRequest request, @PathParam("slug") String slug) {
    return forwarder.toSummary(request);
  }
}
