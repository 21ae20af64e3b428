package io.confnotes.query.document;

import io.confnotes.query.parameter.Choice;
import io.confnotes.query.parameter.TimeParameter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Which documents are asked for. */
public record DocumentFilter(
    DocumentState state,
    @Nullable String event,
    @Nullable String author,
    @Nullable String sourceUrl,
    @Nullable Instant since) {

  /** The same as parameters of a request. */
  public static final class Parameters {

    @QueryParam("state")
    @Parameter(
        description = "Those that are there, which is usual, or those that were retracted",
        schema =
            @Schema(
                enumeration = {"stored", "retracted"},
                defaultValue = "stored"))
    @Nullable String state;

    @QueryParam("event")
    @Parameter(description = "An event's slug", example = "linux-conf-au-2018")
    @Nullable String event;

    @QueryParam("author")
    @Parameter(description = "Who took the notes, exactly as submitted", example = "Ada Quill")
    @Nullable String author;

    @QueryParam("sourceUrl")
    @Parameter(description = "Where it was published, exactly as submitted")
    @Nullable String sourceUrl;

    @QueryParam("since")
    @Parameter(
        description = "Submitted on this day or later, or at this time or later",
        example = "2018-01-26T10:00:00Z")
    @Nullable String since;

    /**
     * What is asked for.
     *
     * @throws io.confnotes.query.http.ProblemException if a value is not valid
     */
    public DocumentFilter filter() {
      return new DocumentFilter(
          Choice.one("state", state, List.of(DocumentState.values())),
          given(event),
          given(author),
          given(sourceUrl),
          TimeParameter.parse("since", since));
    }
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The conditions on a view of documents {@code d}, each led by AND. */
  String conditions() {
    return (event == null
            ? ""
            : " AND d.document_id IN (SELECT document_id FROM api.document_event WHERE event_slug = :event)")
        + (author == null ? "" : " AND d.author = :author")
        + (sourceUrl == null ? "" : " AND d.source_url = :sourceUrl")
        + (since == null ? "" : " AND d.submitted_at >= :since");
  }

  /** Binds the parameters of {@link #conditions}. */
  Query bind(Query query) {
    if (event != null) {
      query.bind("event", event);
    }
    if (author != null) {
      query.bind("author", author);
    }
    if (sourceUrl != null) {
      query.bind("sourceUrl", sourceUrl);
    }
    if (since != null) {
      query.bind("since", since.atOffset(ZoneOffset.UTC));
    }
    return query;
  }
}
