package io.confnotes.summary.curate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confnotes.summary.access.Scope;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.access.Subject;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.http.JsonBody;
import io.confnotes.summary.http.Page;
import io.confnotes.summary.http.PageParameters;
import io.confnotes.summary.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Decisions of curators: made here, and listed. */
@Path(CurationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.CURATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class CurationResource {
  static final String PATH = "/api/v1/curations";

  private final CurationStore store;
  private final Subject subject;

  public CurationResource(CurationStore store, Subject subject) {
    this.store = store;
    this.subject = subject;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "curate",
      summary = "Makes a decision",
      description =
          "Stored talks follow at once, or, of more than "
              + CurationStore.AT_ONCE
              + ", soon: `talksPending` tells how many still have to. Whatever arrives later"
              + " follows, too. Every decision can be undone as long as no later one builds on"
              + " it.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CurationRequest.class)))
  @APIResponseSchema(value = Curation.class, responseCode = "201")
  public Response curate(@Schema(hidden = true) String body) {
    Curation curation = store.decide(parse(body), new Sender(subject.name(), subject.tokenId()));
    return Response.created(URI.create(PATH + "/" + curation.id())).entity(curation).build();
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewCuration",
      summary = "Shows what a decision would change",
      description = "Nothing is changed. What could not be decided is refused as it would be then.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CurationRequest.class)))
  public CurationPreview preview(@Schema(hidden = true) String body) {
    return store.preview(parse(body).action());
  }

  @GET
  @Operation(operationId = "listCurations", summary = "Lists decisions, the newest first")
  @APIResponseSchema(value = CurationPage.class, responseCode = "200")
  public Response list(@BeanParam PageParameters page) {
    int most = page.limit();
    return Page.of(store.before(page.before(), most + 1), most, last -> Long.toString(last.id()))
        .answer(PATH, most);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getCuration", summary = "A decision, with the rows it changed")
  public Curation get(@PathParam("id") @Schema(implementation = Long.class) String id) {
    return store.get(number(id));
  }

  private static long number(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw Problem.invalidParameter("id", "is not the number of a decision");
    }
    return Long.parseLong(id);
  }

  private static CurationRequest parse(String body) {
    try {
      CurationRequest request = JsonBody.read(body, CurationRequest.class);
      if (request == null) {
        throw Problem.invalidBody("It is null. See /q/openapi.");
      }
      return request;
    } catch (JsonProcessingException e) {
      throw Problem.invalidBody(reason(e) + ". See /q/openapi for what a decision looks like.");
    }
  }

  /** Our own words where there are some; otherwise the first line of what the parser says. */
  private static String reason(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException ours
        ? String.valueOf(ours.getMessage())
        : String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("It is no JSON");
  }

  /** A page of decisions, for the API's description. */
  private record CurationPage(List<Curation> items, @Nullable String next) {}
}
