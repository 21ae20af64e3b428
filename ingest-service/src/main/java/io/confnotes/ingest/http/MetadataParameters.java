package io.confnotes.ingest.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What may be said about a document in the query of a request. */
final class MetadataParameters {
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
  @Parameter(description = "Where the document was published")
  @Nullable String sourceUrl;

  @QueryParam("document")
  @Parameter(
      description =
          "Your own key for the document: a later submission with the same key replaces it")
  @Nullable String document;
}
