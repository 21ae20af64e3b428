package io.confnotes.query.web.sign;

import io.confnotes.query.QueryConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that keeps a person's token, out of reach of scripts and of other sites. It counts as
 * the token of a request that only reads, and of a form that a page sends; what changes something
 * in the API takes the token in its header, which no other site's page can add.
 */
@Singleton
@Named("signIn")
public final class SignInCookie {

  static final String NAME = "confnotes_token";

  /** What browsers keep has 4,096 bytes with name and attributes. */
  static final int MOST_CHARACTERS = 3800;

  /** Before requests are counted, which is by token. */
  private static final int BEFORE_LIMITS = 1100;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{1,3800}");
  private static final String USED = SignInCookie.class.getName();

  private final boolean possible;

  SignInCookie(QueryConfig config) {
    this.possible = config.access().keys().isPresent();
  }

  /** Whether there are keys to check tokens with. */
  public boolean isPossible() {
    return possible;
  }

  void register(@Observes Filters filters) {
    filters.register(this::use, BEFORE_LIMITS);
  }

  private void use(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (possible && !request.headers().contains("Authorization") && counts(context)) {
      @Nullable Cookie cookie = request.getCookie(NAME);
      if (cookie != null && TOKEN.matcher(cookie.getValue()).matches()) {
        request.headers().set("Authorization", "Bearer " + cookie.getValue());
        context.put(USED, true);
        context.response().putHeader("Cache-Control", "private, no-cache");
      }
    }
    context.next();
  }

  /** With the path as the router will read it, whatever is encoded, doubled or dotted in it. */
  private static boolean counts(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.normalizedPath().toLowerCase(Locale.ROOT);
    return READING.contains(method) || (method.equals(HttpMethod.POST) && !path.startsWith("/api"));
  }

  /** Whether the token of a request is from here. */
  public static boolean isUsed(RoutingContext context) {
    return context.get(USED) != null;
  }

  /**
   * Has the browser keep a token.
   *
   * @param life until it ends
   */
  static void keep(RoutingContext context, String token, Duration life) {
    context.response().addCookie(cookie(context, token).setMaxAge(life.toSeconds()));
  }

  /** Has the browser forget the token. */
  public static void forget(RoutingContext context) {
    context.response().addCookie(cookie(context, "").setMaxAge(0));
  }

  private static Cookie cookie(RoutingContext context, String token) {
    return strict(context, NAME, token);
  }

  /** A cookie for this site alone, and not for its scripts. */
  static Cookie strict(RoutingContext context, String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        // As a proxy in front has it, where that is trusted
        .setSecure("https".equals(context.request().scheme()));
  }
}
