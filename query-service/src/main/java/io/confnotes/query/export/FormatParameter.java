package io.confnotes.query.export;

import io.confnotes.query.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Lets {@code format=csv} say what {@code Accept} says, as a link can't have headers. */
@Provider
@PreMatching
final class FormatParameter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String format = request.getUriInfo().getQueryParameters().getFirst("format");
    if (format == null || !request.getUriInfo().getPath().startsWith("/api/")) {
      return;
    }
    String mediaType =
        switch (format) {
          case "json" -> MediaType.APPLICATION_JSON;
          case "csv" -> Export.CSV;
          case "ndjson" -> Export.NDJSON;
          case "atom" -> Export.ATOM;
          case "jsonld" -> Export.LINKED_DATA;
          default ->
              throw Problem.invalidParameter(
                  "format", "is not one of: json, csv, ndjson, atom, jsonld");
        };
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, mediaType);
  }
}
