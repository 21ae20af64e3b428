package io.confnotes.query.web.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.access.Caller;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The page to paste notes into, to see what is understood of them, to correct that and to submit
 * it. It works without scripts.
 */
@Path("/submit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class SubmitResource {

  static final Problem NOT_ALLOWED =
      Problem.of(
          "insufficient-scope",
          "Submitting takes a token with the scope “submit”",
          403,
          "Sign in with one in another tab, come back to this one, and send it again: what you"
              + " filled in stays here.");

  private final FormToken forms;
  private final Caller caller;
  private final IngestForms ingest;
  private final ObjectMapper mapper;

  SubmitResource(FormToken forms, Caller caller, IngestForms ingest, ObjectMapper mapper) {
    this.forms = forms;
    this.caller = caller;
    this.ingest = ingest;
    this.mapper = mapper;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance form() {
    return new SubmitPage(new SubmitForm(), caller.isSubmitter(), Understood.NOTHING);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response submit(
      @BeanParam SubmitForm form,
      @FormParam("action") @Nullable String action,
      @FormParam(FormToken.FIELD) @Nullable String csrf,
      @HeaderParam("HX-Request") @Nullable String htmx) {
    Corrections corrections = form.corrections(mapper);
    try {
      forms.check(csrf);
      if (!caller.isSubmitter()) {
        throw new ProblemException(NOT_ALLOWED);
      }
      if ("submit".equals(action)) {
        URI submission = URI.create("/submissions/" + ingest.submit(form, corrections));
        return Response.seeOther(submission).build();
      }
      correct(corrections, action);
      return answer(form, understood(form, corrections, null, null), htmx);
    } catch (ProblemException e) {
      return answer(form, refused(form, corrections, e.problem()), htmx);
    }
  }

  /** As the button of a line says: what it is, a colon, and the line. */
  private static void correct(Corrections corrections, @Nullable String action) {
    String[] parts = action == null ? new String[0] : action.split(":", 2);
    if (parts.length < 2 || !parts[1].matches("\\d{1,7}")) {
      return;
    }
    int line = Integer.parseInt(parts[1]);
    switch (parts[0]) {
      case "begin" -> corrections.set(line, true);
      case "none" -> corrections.set(line, false);
      case "detected" -> corrections.remove(line);
      default -> {
        // A button that no page has
      }
    }
  }

  private Understood understood(
      SubmitForm form, Corrections corrections, @Nullable Problem problem, @Nullable String field) {
    if (form.text().isBlank() && problem == null) {
      return Understood.NOTHING;
    }
    Preview preview = ingest.preview(form, corrections);
    return new Understood(
        Drawing.of(preview, corrections::has),
        state(corrections, preview.talks()),
        problem,
        field,
        corrections.lost());
  }

  /** What is refused may still be read, so that it can be put right. */
  private Understood refused(SubmitForm form, Corrections corrections, Problem problem) {
    @Nullable String field = Understood.field(problem, corrections);
    Understood unread = new Understood(null, state(corrections, List.of()), problem, field, 0);
    @Nullable Integer line = Understood.line(field);
    if (!caller.isSubmitter() || problem.status() == 403 || (field != null && line == null)) {
      return unread;
    }
    if (line != null) {
      corrections.remove(line);
    }
    try {
      return understood(form, corrections, problem, field);
    } catch (ProblemException e) {
      return unread;
    }
  }

  private String state(Corrections corrections, List<Preview.Talk> talks) {
    List<SubmitForm.Shown> shown =
        talks.stream()
            .map(talk -> new SubmitForm.Shown(talk.line(), talk.title(), talk.speakers()))
            .toList();
    try {
      return mapper.writeValueAsString(new SubmitForm.State(corrections.all(), shown));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A part of a page is put in whatever it says; a whole one has its status. */
  private Response answer(SubmitForm form, Understood understood, @Nullable String htmx) {
    if (htmx != null) {
      return Response.ok(new OutlinePart(understood).render(), PageText.HTML).build();
    }
    int status = understood.problem() == null ? 200 : understood.problem().status();
    SubmitPage page = new SubmitPage(form, caller.isSubmitter(), understood);
    return Response.status(status).entity(page.render()).type(PageText.HTML).build();
  }
}
