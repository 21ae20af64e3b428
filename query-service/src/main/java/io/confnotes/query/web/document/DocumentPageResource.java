package io.confnotes.query.web.document;

import io.confnotes.query.access.Scope;
import io.confnotes.query.document.Document;
import io.confnotes.query.document.DocumentFilter;
import io.confnotes.query.document.DocumentItem;
import io.confnotes.query.document.DocumentStore;
import io.confnotes.query.document.ReadingText;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.submission.SubmissionFilter;
import io.confnotes.query.submission.SubmissionStore;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.sign.FormToken;
import io.confnotes.query.web.submit.IngestForms;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of documents. */
@Path("/documents")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class DocumentPageResource {

  private static final int PAGE = 50;
  private static final int SUBMISSIONS = 20;

  /** A page that anybody can wait for; the API has all of the text. */
  private static final int MOST_CHARACTERS = 100_000;

  private final DocumentStore documents;
  private final SubmissionStore submissions;
  private final IngestForms ingest;
  private final FormToken forms;

  DocumentPageResource(
      DocumentStore documents, SubmissionStore submissions, IngestForms ingest, FormToken forms) {
    this.documents = documents;
    this.submissions = submissions;
    this.ingest = ingest;
    this.forms = forms;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance all(
      @BeanParam DocumentFilter.Parameters parameters,
      @QueryParam("cursor") @Nullable String cursor) {
    DocumentFilter filter = parameters.filter();
    Page<DocumentItem> page = documents.page(filter, DocumentStore.ORDERS.getFirst(), cursor, PAGE);
    String event = filter.event() == null ? "" : filter.event();
    String author = filter.author() == null ? "" : filter.author();
    return new DocumentsPage(
        filter.state().label(),
        event,
        author,
        page.items(),
        page.next() == null
            ? null
            : "/documents?state=%s&event=%s&author=%s&cursor=%s"
                .formatted(
                    filter.state().label(),
                    PageText.encoded(event),
                    PageText.encoded(author),
                    PageText.encoded(page.next())));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance one(@PathParam("id") UUID id) {
    Document document =
        documents
            .find(id, true)
            .orElseThrow(() -> Problem.notFound("There is no document with this id."));
    String text = documents.text(id).map(ReadingText::text).orElse("");
    boolean endsEarly = text.length() > MOST_CHARACTERS;
    return new DocumentPage(
        document,
        name(document),
        submissions
            .page(
                new SubmissionFilter(null, id, null),
                SubmissionStore.ORDERS.getFirst(),
                null,
                SUBMISSIONS)
            .items(),
        Passage.of(endsEarly ? beginning(text) : text, document.talks()),
        endsEarly,
        UUID.randomUUID());
  }

  private static String beginning(String text) {
    boolean cut = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, cut ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }

  private static String name(Document document) {
    return DocumentName.of(
        document.event(),
        document.date(),
        document.document(),
        document.sourceUrl(),
        document.documentId());
  }

  @POST
  @Path("{id}/retract")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Scope.SUBMIT)
  @Operation(hidden = true)
  public Response retract(
      @PathParam("id") UUID id,
      @FormParam("key") @Nullable String key,
      @FormParam(FormToken.FIELD) @Nullable String csrf) {
    forms.check(csrf);
    UUID submission =
        ingest.retract(id, key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
    return Response.seeOther(URI.create("/submissions/" + submission)).build();
  }
}
