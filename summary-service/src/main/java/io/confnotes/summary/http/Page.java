package io.confnotes.summary.http;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record Page<T>(
    @Schema(required = true) List<T> items,
    @Schema(
            required = true,
            nullable = true,
            description = "The `cursor` of the next page, null on the last one")
        @Nullable String next) {

  /** The most items on a page. */
  public static final int MAX_LIMIT = 200;

  public static final String DEFAULT_LIMIT = "20";

  /**
   * Cuts a page from rows that were asked for with a limit of one more.
   *
   * @param cursor makes the cursor of the last item
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    return rows.size() <= limit
        ? new Page<>(rows, null)
        : new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
  }

  /**
   * Reads the parameter {@code limit}.
   *
   * @throws ProblemException if it is not a number from 1 to {@value #MAX_LIMIT}
   */
  public static int limit(String value) {
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw Problem.invalidParameter("limit", "is not a number from 1 to " + MAX_LIMIT);
  }

  /**
   * The answer, with a {@code Link} header where there is more.
   *
   * @param path of the list, with the parameters that narrow it
   */
  public Response answer(String path, int limit) {
    Response.ResponseBuilder response = Response.ok(this);
    if (next != null) {
      response.header(
          "Link",
          "<%s%slimit=%d&cursor=%s>; rel=\"next\""
              .formatted(
                  path,
                  path.contains("?") ? "&" : "?",
                  limit,
                  URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }
    return response.build();
  }
}
