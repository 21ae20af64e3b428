package io.confnotes.query.web.sign;

import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What forms of our own pages carry, and those of other sites cannot: a signature of who is signed
 * in, by a secret that only this browser's cookie has. It keeps no state, so that any process can
 * check what another one gave out. Thread-safe.
 *
 * <p>A template has it with <code>{#csrf /}</code>; whatever takes a form calls {@link #check}.
 */
@Singleton
@Named("formToken")
public final class FormToken {

  /** The name of the form's field. */
  public static final String FIELD = "csrf";

  static final String COOKIE = "confnotes_form";

  private static final int SECRET_BYTES = 24;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private static final Problem REFUSED =
      Problem.of(
          "form-refused",
          "Load the page again",
          403,
          "The form was sent from a page that is too old, or of somebody else who was signed in"
              + " here. Nothing was changed. Go back, load the page again, and send it once more.");

  private final CurrentVertxRequest current;
  private final SecureRandom random = new SecureRandom();

  FormToken(CurrentVertxRequest current) {
    this.current = current;
  }

  /** The token for forms of the page that is being made; the browser gets the cookie with it. */
  public String value() {
    RoutingContext context = current.getCurrent();
    return signature(context, secret(context));
  }

  /**
   * Refuses a form that is none of ours.
   *
   * @param given the form's field
   * @throws ProblemException 403 if it is not this browser's token, or of another session
   */
  public void check(@Nullable String given) {
    RoutingContext context = current.getCurrent();
    @Nullable String secret = sent(context);
    if (given == null || secret == null || !isEqual(given, signature(context, secret))) {
      throw new ProblemException(REFUSED);
    }
  }

  private static boolean isEqual(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String sent(RoutingContext context) {
    @Nullable Cookie cookie = context.request().getCookie(COOKIE);
    return cookie != null && SECRET.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
  }

  private String secret(RoutingContext context) {
    @Nullable String sent = sent(context);
    if (sent != null) {
      return sent;
    }
    @Nullable String made = context.get(COOKIE);
    if (made != null) {
      return made;
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = TEXT.encodeToString(bytes);
    context.put(COOKIE, secret);
    context.response().addCookie(SignInCookie.strict(context, COOKIE, secret));
    return secret;
  }

  private static String signature(RoutingContext context, String secret) {
    @Nullable String session = context.request().getHeader("Authorization");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return TEXT.encodeToString(
          mac.doFinal((session == null ? "" : session).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
