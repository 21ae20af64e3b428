package io.confnotes.ingest.http.submission;

import io.confnotes.ingest.document.InvalidMetadata;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What may be said about a document in the query of a request. */
public final class MetadataParameters {
  @QueryParam("event")
  @Parameter(description = "The conference edition", example = "Harbour Days 2024")
  @Nullable String event;

  @QueryParam("date")
  @Parameter(description = "A year, month or day", example = "2024-05-17")
  @Nullable String date;

  @QueryParam("author")
  @Parameter(description = "Who took the notes")
  @Nullable String author;

  @QueryParam("sourceUrl")
  @Parameter(
      description =
          "Where the document was published; of several files, the address of their folder")
  @Nullable String sourceUrl;

  @QueryParam("document")
  @Parameter(
      description =
          "Your own key for the document: a later submission with the same key replaces it. Of several"
              + " files, each has the key followed by a slash and its path.")
  @Nullable String document;

  /** The metadata where the body says nothing of them. */
  Metadata metadata() {
    return metadata(null, null, null, null, null);
  }

  /**
   * The metadata; what the body says wins.
   *
   * @throws RefusedException where a value is not valid
   */
  Metadata metadata(
      @Nullable String event,
      @Nullable String date,
      @Nullable String author,
      @Nullable String sourceUrl,
      @Nullable String document) {
    try {
      return new Metadata(
          first(event, this.event),
          first(date, this.date),
          first(author, this.author),
          first(sourceUrl, this.sourceUrl),
          first(document, this.document));
    } catch (InvalidMetadata e) {
      throw Problem.invalidParameter(e.field(), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String first(@Nullable String body, @Nullable String query) {
    return body == null ? query : body;
  }
}
