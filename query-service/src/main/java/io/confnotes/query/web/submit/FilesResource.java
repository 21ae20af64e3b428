package io.confnotes.query.web.submit;

import io.confnotes.query.access.Caller;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.confnotes.query.web.submission.FollowedSubmissions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Takes files and archives, and passes them on as they come. What a form says besides files stands
 * in its address, because its body is none of this service's.
 */
@Path("/submit/files")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class FilesResource {

  private final FormToken forms;
  private final Caller caller;
  private final IngestForms ingest;
  private final FollowedSubmissions followed;

  FilesResource(FormToken forms, Caller caller, IngestForms ingest, FollowedSubmissions followed) {
    this.forms = forms;
    this.caller = caller;
    this.ingest = ingest;
    this.followed = followed;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response submit(
      @QueryParam("action") @DefaultValue("preview") String action,
      @QueryParam("key") @DefaultValue("") String key,
      @QueryParam(FormToken.FIELD) @Nullable String csrf,
      @HeaderParam("HX-Request") @Nullable String htmx,
      @Context HttpServerRequest request,
      InputStream body) {
    try {
      forms.check(csrf);
      if (!caller.isSubmitter()) {
        throw new ProblemException(SubmitResource.NOT_ALLOWED);
      }
      return "submit".equals(action)
          ? submitted(ingest.submitFiles(request, body, key))
          : answer(200, ingest.previewFiles(request, body, key), null, htmx);
    } catch (ProblemException e) {
      return answer(e.problem().status(), null, e.problem(), htmx);
    }
  }

  private Response submitted(FilesAnswer answer) {
    if (answer.items().isEmpty()) {
      return answer(422, answer, null, null);
    }
    if (answer.items().size() == 1 && answer.refused().isEmpty()) {
      return Response.seeOther(
              URI.create("/submissions/" + answer.items().getFirst().submissionId()))
          .build();
    }
    List<FollowedSubmissions.Followed> items =
        answer.items().stream()
            .map(
                item ->
                    new FollowedSubmissions.Followed(
                        item.path(), Objects.requireNonNull(item.submissionId())))
            .toList();
    List<FollowedSubmissions.Refused> refused =
        answer.refused().stream()
            .map(each -> new FollowedSubmissions.Refused(each.path(), each.title(), each.detail()))
            .toList();
    return page(200, followed.page(items, refused, answer.moreRefused()));
  }

  private static Response answer(
      int status, @Nullable FilesAnswer answer, @Nullable Problem problem, @Nullable String htmx) {
    return htmx == null
        ? page(status, new FilesPage(answer, problem))
        : page(200, new FilesPart(answer, problem));
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page.render()).type(PageText.HTML).build();
  }
}
