package io.confnotes.query.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last item, tied to the query that made it. Opaque to
 * clients. It grants nothing: a forged one only starts elsewhere in the same list.
 */
public final class Cursor {

  private static final int DIGEST_BYTES = 8;
  private static final int MAX_LENGTH = 2500;
  private static final String NULL = "\u0000";

  private Cursor() {}

  /**
   * The cursor of a place in a list.
   *
   * @param query says which list it belongs to, the same for every page of it
   * @param key the sort key of the last item
   */
  public static String encode(String query, @Nullable Object... key) {
    byte[] fields =
        Stream.of(key)
            .map(field -> field == null ? NULL : field.toString())
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    byte[] cursor =
        ByteBuffer.allocate(DIGEST_BYTES + fields.length).put(digest(query)).put(fields).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /**
   * The position a cursor stands for, null without a cursor.
   *
   * @param reader makes the position of the sort key; whatever it throws refuses the cursor
   * @throws ProblemException if it is no cursor, or one of another query
   */
  public static <T> @Nullable T decode(
      String query, @Nullable String cursor, Function<List<@Nullable String>, T> reader) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(fields(query, cursor));
    } catch (RuntimeException e) {
      throw Problem.invalidParameter(
          "cursor",
          "is not one of this query. Use 'next' of a page as it is, with the same parameters, or"
              + " leave it out to begin again");
    }
  }

  private static List<@Nullable String> fields(String query, String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long");
    }
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    if (!Arrays.equals(bytes, 0, DIGEST_BYTES, digest(query), 0, DIGEST_BYTES)) {
      throw new IllegalArgumentException("of another query");
    }
    String fields =
        new String(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES, StandardCharsets.UTF_8);
    return Stream.of(fields.split("\n", -1)).<@Nullable String>map(Cursor::field).toList();
  }

  private static @Nullable String field(String text) {
    return text.equals(NULL) ? null : text;
  }

  private static byte[] digest(String query) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
