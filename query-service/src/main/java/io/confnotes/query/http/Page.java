package io.confnotes.query.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of items of one kind.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record Page<T>(
    @Schema(required = true) List<T> items,
    @Schema(
            required = true,
            nullable = true,
            description = "The `cursor` of the next page, null on the last one")
        @Nullable String next)
    implements Paged<T> {

  /** The most items on a page. */
  public static final int MAX_LIMIT = 200;

  public static final String DEFAULT_LIMIT = "20";

  /**
   * Cuts a page from rows that were asked for with a limit of one more.
   *
   * @param cursor makes the cursor of the last item
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    return new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
  }

  /**
   * Reads the parameter {@code limit}.
   *
   * @throws ProblemException if it is not a number from 1 to {@value #MAX_LIMIT}
   */
  public static int limit(String value) {
    return number("limit", value, MAX_LIMIT);
  }

  /**
   * Reads a parameter that says how many are wanted.
   *
   * @throws ProblemException if it is not a number from 1 to the most, which is below 1,000
   */
  public static int number(String parameter, String value, int most) {
    int number = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
    if (number < 1 || number > most) {
      throw Problem.invalidParameter(parameter, "is not a number from 1 to " + most);
    }
    return number;
  }
}
