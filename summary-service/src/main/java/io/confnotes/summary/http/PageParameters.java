package io.confnotes.summary.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list a request is about. */
public final class PageParameters {
  @QueryParam("cursor")
  @Parameter(description = "`next` of the page before, with the same parameters")
  @Nullable String cursor;

  @QueryParam("limit")
  @DefaultValue(Page.DEFAULT_LIMIT)
  @Parameter(description = "The most items to answer with")
  @Schema(implementation = Integer.class, minimum = "1", maximum = "200")
  @Nullable String limit;

  /**
   * The most items to answer with.
   *
   * @throws ProblemException if it is not a number from 1 to {@value Page#MAX_LIMIT}
   */
  public int limit() {
    return Page.limit(limit == null ? Page.DEFAULT_LIMIT : limit);
  }

  /**
   * Where the page begins, in a list of the newest first whose cursors are ids: items with lower
   * ones are on it.
   *
   * @throws ProblemException if the cursor is no id
   */
  public long before() {
    return place(Long.MAX_VALUE, PageParameters::id);
  }

  /**
   * Where the page begins.
   *
   * @param start of the first page, which has no cursor
   * @param reader makes the place of the cursor; whatever it throws refuses it
   * @throws ProblemException if the cursor is refused
   */
  public <T> T place(T start, Function<String, T> reader) {
    if (cursor == null || cursor.isEmpty()) {
      return start;
    }
    try {
      return reader.apply(cursor);
    } catch (RuntimeException e) {
      throw Problem.invalidParameter("cursor", "is not the 'next' of a page");
    }
  }

  private static long id(String cursor) {
    if (!cursor.matches("\\d{1,18}")) {
      throw new IllegalArgumentException("no id");
    }
    return Long.parseLong(cursor);
  }
}
