package io.confnotes.query.web.sign;

import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person signs in, or sees who is.
 *
 * @param to the page to go on to
 * @param scope what that page takes; null where somebody came by themselves
 * @param session null where nobody is signed in
 * @param error why a token was refused; null if none was
 */
public record SignInPage(
    String to, @Nullable String scope, @Nullable Session session, @Nullable String error)
    implements TemplateInstance {

  /** Who is signed in. */
  public record Session(String name, Instant until, List<String> scopes) {}

  /** For a page that takes a scope that the person does not have. */
  public static SignInPage lacking(String to, String scope, @Nullable Session session) {
    return new SignInPage(to, scope, session, null);
  }
}
