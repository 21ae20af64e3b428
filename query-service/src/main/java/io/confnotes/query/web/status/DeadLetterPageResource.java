package io.confnotes.query.web.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.confnotes.query.access.Scope;
import io.confnotes.query.forward.Summary;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of dead letters. They work without scripts. */
@Path("/status/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Scope.OPERATE)
@RunOnVirtualThread
public final class DeadLetterPageResource {

  private static final String API = "/api/v1/dead-letters";
  private static final String PAGES = "/status/dead-letters";
  private static final int PAGE = 50;

  private final Summary summary;
  private final FormToken forms;

  DeadLetterPageResource(Summary summary, FormToken forms) {
    this.summary = summary;
    this.forms = forms;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Listed(List<DeadLetter> items, @Nullable String next) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Inspection(
      DeadLetter deadLetter, List<DeadLetterPage.Header> headers, @Nullable String beginning) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ReplayCount(int replayed, int superseded, int refused, @Nullable Long next) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("all") @Nullable String all, @QueryParam("cursor") @Nullable String cursor) {
    return list(all != null, cursor, null, null);
  }

  private DeadLettersPage list(
      boolean all, @Nullable String cursor, @Nullable String done, @Nullable Long after) {
    String place = cursor == null ? "" : "&cursor=" + PageText.encoded(cursor);
    Listed listed =
        summary.get(
            "%s?limit=%d%s%s".formatted(API, PAGE, all ? "" : "&state=waiting", place),
            Listed.class);
    return new DeadLettersPage(
        listed.items(),
        all,
        done,
        after,
        listed.next() == null
            ? null
            : "%s?%scursor=%s"
                .formatted(PAGES, all ? "all=yes&" : "", PageText.encoded(listed.next())));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance one(
      @PathParam("id") long id, @QueryParam("discard") @Nullable String discard) {
    Inspection inspection = summary.get(API + "/" + id, Inspection.class);
    return new DeadLetterPage(
        inspection.deadLetter(),
        inspection.headers(),
        inspection.beginning(),
        discard != null && inspection.deadLetter().isWaiting());
  }

  @POST
  @Path("replay")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public TemplateInstance replayAll(
      @FormParam(FormToken.FIELD) @Nullable String csrf,
      @FormParam("after") @Nullable String after) {
    forms.check(csrf);
    String place = after == null ? "" : "?after=" + PageText.encoded(after);
    ReplayCount count = summary.post(API + "/replay" + place, null, ReplayCount.class);
    return list(
        false,
        null,
        "%d applied, %d overtaken by something newer, %d still refused.%s"
            .formatted(
                count.replayed(),
                count.superseded(),
                count.refused(),
                count.next() == null ? "" : " There are more to try."),
        count.next());
  }

  @POST
  @Path("{id}/{decision: replay|discard}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(
      @PathParam("id") long id,
      @PathParam("decision") String decision,
      @FormParam(FormToken.FIELD) @Nullable String csrf) {
    forms.check(csrf);
    summary.post("%s/%d/%s".formatted(API, id, decision), null, DeadLetter.class);
    return Response.seeOther(URI.create(PAGES + "/" + id)).build();
  }
}
