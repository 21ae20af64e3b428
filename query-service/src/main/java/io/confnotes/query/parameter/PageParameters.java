package io.confnotes.query.parameter;

import io.confnotes.query.http.Page;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list a request is about. */
public final class PageParameters {

  @QueryParam("limit")
  @DefaultValue(Page.DEFAULT_LIMIT)
  @Parameter(
      description = "The most items to answer with",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "200",
              defaultValue = Page.DEFAULT_LIMIT))
  @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "`next` of the page before, with the same parameters")
  @Nullable String cursor;

  /**
   * The most items to answer with.
   *
   * @throws io.confnotes.query.http.ProblemException if it is not a number from 1 to {@value
   *     Page#MAX_LIMIT}
   */
  public int limit() {
    return Page.limit(limit == null ? Page.DEFAULT_LIMIT : limit);
  }

  public @Nullable String cursor() {
    return cursor;
  }
}
