package io.confnotes.query.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.forward.Forwarder;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.submission.SubmissionStore;
import io.confnotes.query.web.sign.FormToken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages to submit notes with and to see what became of them. They work without scripts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class SubmitResource {

  private final FormToken forms;
  private final Forwarder forwarder;
  private final SubmissionStore submissions;
  private final ObjectMapper mapper;

  SubmitResource(
      FormToken forms, Forwarder forwarder, SubmissionStore submissions, ObjectMapper mapper) {
    this.forms = forms;
    this.forwarder = forwarder;
    this.submissions = submissions;
    this.mapper = mapper;
  }

  @GET
  @Path("submit")
  @Operation(hidden = true)
  public TemplateInstance form() {
    return new SubmitPage(SubmitForm.empty(), null, null);
  }

  @POST
  @Path("submit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response submit(
      @FormParam("text") @Nullable String text,
      @FormParam("event") @Nullable String event,
      @FormParam("date") @Nullable String date,
      @FormParam("author") @Nullable String author,
      @FormParam("sourceUrl") @Nullable String sourceUrl,
      @FormParam("key") @Nullable String key,
      @FormParam("action") @Nullable String action,
      @FormParam(FormToken.FIELD) @Nullable String csrf) {
    SubmitForm form = SubmitForm.of(text, event, date, author, sourceUrl, key);
    try {
      forms.check(csrf);
      return "submit".equals(action) ? submit(form) : preview(form);
    } catch (ProblemException e) {
      return refused(form, e.problem());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "ingest-service answered in a way this build does not know", e);
    }
  }

  private Response preview(SubmitForm form) throws JsonProcessingException {
    HttpResponse<byte[]> answer = send("/api/v1/preview", form);
    if (answer.statusCode() != 200) {
      return refused(form, problem(answer));
    }
    Outline outline = mapper.readValue(text(answer), Outline.class);
    return page(200, new SubmitPage(form, outline, null));
  }

  private Response submit(SubmitForm form) throws JsonProcessingException {
    HttpResponse<byte[]> answer = send("/api/v1/notes", form);
    if (answer.statusCode() != 202) {
      return refused(form, problem(answer));
    }
    JsonNode id = mapper.readTree(text(answer)).path("submissionId");
    URI submission = URI.create("/submissions/" + UUID.fromString(id.asText()));
    return Response.seeOther(submission).build();
  }

  private HttpResponse<byte[]> send(String path, SubmitForm form) throws JsonProcessingException {
    Map<String, String> body =
        Map.of(
            "content", form.text(),
            "mediaType", MediaType.TEXT_PLAIN,
            "event", form.event(),
            "date", form.date(),
            "author", form.author(),
            "sourceUrl", form.sourceUrl());
    return forwarder.askIngest("POST", path, mapper.writeValueAsBytes(body), form.key());
  }

  private Problem problem(HttpResponse<byte[]> answer) throws JsonProcessingException {
    JsonNode given = mapper.readTree(text(answer));
    return new Problem(
        given.path("type").asText("about:blank"),
        given.path("title").asText("The notes were refused"),
        answer.statusCode(),
        given.path("detail").asText(""),
        null);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static Response refused(SubmitForm form, Problem problem) {
    return page(problem.status(), new SubmitPage(form, null, problem));
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page.render()).type(PageText.HTML).build();
  }

  @GET
  @Path("submissions/{id}")
  @Operation(hidden = true)
  public TemplateInstance submission(@PathParam("id") UUID id) {
    return new SubmissionPage(id, submissions.find(id).orElse(null));
  }
}
