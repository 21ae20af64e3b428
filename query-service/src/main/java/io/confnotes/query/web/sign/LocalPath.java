package io.confnotes.query.web.sign;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of our own to go back to. */
public final class LocalPath {

  private static final Pattern LOCAL =
      Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
  private static final int MOST_CHARACTERS = 2000;

  private LocalPath() {}

  /** The path, or the first page where it is none of ours. */
  static String of(@Nullable String path) {
    return path != null && path.length() <= MOST_CHARACTERS && LOCAL.matcher(path).matches()
        ? path
        : "/";
  }

  /** The page that was asked for, or from which a form was sent. */
  public static String of(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) ? of(request.uri()) : referrer(request);
  }

  /** The page before; the first page where that is none of ours. */
  static String referrer(HttpServerRequest request) {
    @Nullable String referrer = request.getHeader("Referer");
    try {
      URI uri = URI.create(referrer == null ? "" : referrer);
      boolean ours =
          uri.getRawAuthority() != null
              && uri.getRawAuthority().equalsIgnoreCase(String.valueOf(request.authority()));
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return ours ? of(uri.getRawPath() + query) : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
