package io.confnotes.query.web.submission;

import io.confnotes.query.document.Document;
import io.confnotes.query.document.Document.DocumentTalk;
import io.confnotes.query.document.DocumentStore;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.submission.Submission;
import io.confnotes.query.submission.SubmissionFilter;
import io.confnotes.query.submission.SubmissionStore;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of submissions. */
@Path("/submissions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class SubmissionPageResource {

  private static final int PAGE = 50;

  /** As many as one request can have. */
  private static final int MOST_FOLLOWED = 500;

  /** Looks every second at first, then every three seconds: for two minutes. */
  private static final int QUICK_LOOKS = 10;

  private static final int MOST_LOOKS = 45;

  private static final List<String> STATES =
      List.of("stored", "unchanged", "superseded", "conflict", "retracted", "dead-lettered");

  private final SubmissionStore submissions;
  private final DocumentStore documents;
  private final FollowedSubmissions followed;
  private final FormToken forms;

  SubmissionPageResource(
      SubmissionStore submissions,
      DocumentStore documents,
      FollowedSubmissions followed,
      FormToken forms) {
    this.submissions = submissions;
    this.documents = documents;
    this.followed = followed;
    this.forms = forms;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance all(
      @BeanParam SubmissionFilter.Parameters parameters,
      @QueryParam("cursor") @Nullable String cursor) {
    SubmissionFilter filter = parameters.filter();
    Page<Submission> page =
        submissions.page(filter, SubmissionStore.ORDERS.getFirst(), cursor, PAGE);
    String state = filter.state() == null ? "" : filter.state();
    return new SubmissionsPage(
        state,
        STATES,
        page.items().stream()
            .map(each -> new SubmissionsPage.Entry(each, Outcome.of(each)))
            .toList(),
        page.next() == null
            ? null
            : "/submissions?state=%s&cursor=%s".formatted(state, PageText.encoded(page.next())));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance one(
      @PathParam("id") UUID id, @QueryParam("looks") @DefaultValue("0") int looks) {
    @Nullable Submission submission = submissions.find(id).orElse(null);
    boolean again = submission == null && looks >= 0 && looks < MOST_LOOKS;
    return new SubmissionPage(
        id,
        submission,
        Outcome.of(submission),
        submission == null ? List.of() : talks(submission),
        again ? looks + 1 : null,
        looks < QUICK_LOOKS ? 1 : 3);
  }

  /**
   * Each talk once, called as in the document; those of an earlier revision may be called nothing.
   */
  private List<DocumentTalk> talks(Submission submission) {
    if (submission.documentId() == null || submission.talks().isEmpty()) {
      return List.of();
    }
    Map<UUID, DocumentTalk> byId = new LinkedHashMap<>();
    documents.find(submission.documentId(), false).map(Document::talks).orElse(List.of()).stream()
        .filter(
            talk ->
                submission.talks().stream().anyMatch(each -> each.talkId().equals(talk.talkId())))
        .forEach(talk -> byId.putIfAbsent(talk.talkId(), talk));
    return List.copyOf(byId.values());
  }

  /**
   * What became of several, which are named in the body because an address has no room for them.
   *
   * @param items an id, a space and a path each
   */
  @POST
  @Path("followed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public TemplateInstance follow(
      @FormParam("item") @Nullable List<String> items,
      @FormParam("looks") @DefaultValue("0") int looks,
      @FormParam(FormToken.FIELD) @Nullable String csrf) {
    forms.check(csrf);
    return followed.page(
        Objects.requireNonNullElse(items, List.<String>of()).stream()
            .limit(MOST_FOLLOWED)
            .map(SubmissionPageResource::followed)
            .toList(),
        List.of(),
        0,
        looks);
  }

  private static FollowedSubmissions.Followed followed(String item) {
    String[] parts = item.split(" ", 2);
    try {
      return new FollowedSubmissions.Followed(
          parts.length < 2 ? "" : parts[1], UUID.fromString(parts[0]));
    } catch (IllegalArgumentException e) {
      throw Problem.invalidParameter("item", "is not the id of a submission and a path");
    }
  }
}
