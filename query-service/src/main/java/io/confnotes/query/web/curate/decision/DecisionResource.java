package io.confnotes.query.web.curate.decision;

import io.confnotes.query.access.Caller;
import io.confnotes.query.access.Scope;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Decides in two steps: first it shows what will happen, then it happens. Works without scripts.
 */
@Path("/curate/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Scope.CURATE)
@RunOnVirtualThread
public final class DecisionResource {

  private static final int PAGE = 50;

  private final Decisions decisions;
  private final Caller caller;
  private final FormToken forms;

  DecisionResource(Decisions decisions, Caller caller, FormToken forms) {
    this.decisions = decisions;
    this.caller = caller;
    this.forms = forms;
  }

  /** Shows what will happen; with {@code decided}, makes it happen. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(MultivaluedMap<String, String> form) {
    forms.check(form.getFirst(FormToken.FIELD));
    Action action = Action.of(form);
    String back = back(form.getFirst("back"));
    Map<UUID, String> titles = decisions.titles(action.namedTalks().stream());
    try {
      if (form.containsKey("decided")) {
        Decision made = decisions.decide(text(form, "curator"), action);
        return Response.seeOther(URI.create("/curate/decisions/%d?new=yes".formatted(made.id())))
            .build();
      }
      return page(
          200,
          new DecisionPreviewPage(
              decisions.preview(action),
              action.fields(),
              Wording.question(action, titles),
              Wording.consequence(action),
              Wording.verb(action),
              caller.name(),
              back));
    } catch (ProblemException e) {
      return page(
          e.problem().status(),
          new RefusedPage(Wording.question(action, titles), e.problem(), back));
    }
  }

  /** Pages of ours only. */
  private static String back(@Nullable String path) {
    return path != null && path.matches("/(curate|tags|speakers|events|talks)(/[\\w%.~-]+){0,3}")
        ? path
        : "/curate";
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    @Nullable String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page.render()).type(PageText.HTML).build();
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance history(@QueryParam("cursor") @Nullable String cursor) {
    Decisions.History history = decisions.list(cursor, PAGE);
    return new HistoryPage(
        history.entries(),
        history.next() == null
            ? null
            : "/curate/decisions?cursor=" + PageText.encoded(history.next()));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance decision(
      @PathParam("id") long id, @QueryParam("new") @Nullable String isNew) {
    Decision decision = decisions.get(id);
    Map<UUID, String> titles = decisions.titles(decision.namedTalks().stream());
    return new DecisionPage(
        decision, Wording.past(decision.action(), titles), decision.result(), isNew != null);
  }
}
