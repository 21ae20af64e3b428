package io.confnotes.query.web.sign;

import io.confnotes.query.http.ProblemException;
import io.confnotes.query.web.PageText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Sign-in with a token, and sign-out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
public final class SignInResource {

  private static final String REFUSED =
      "The token is not accepted. It has expired or was withdrawn, is for somebody else, or is not"
          + " signed with a key that is known here. Get a new one.";
  private static final String TOO_LONG =
      "The token has more than %,d characters, which is more than a browser keeps. Get one with fewer"
              .formatted(SignInCookie.MOST_CHARACTERS)
          + " claims, or use the API.";

  private final SignInCookie cookie;
  private final TokenCheck check;
  private final Sessions sessions;
  private final FormToken forms;

  SignInResource(SignInCookie cookie, TokenCheck check, Sessions sessions, FormToken forms) {
    this.cookie = cookie;
    this.check = check;
    this.sessions = sessions;
    this.forms = forms;
  }

  @GET
  @Path("sign-in")
  @Operation(hidden = true)
  public Response form(@QueryParam("to") @Nullable String to, RoutingContext context) {
    String back = to == null ? LocalPath.referrer(context.request()) : LocalPath.of(to);
    return page(200, new SignInPage(back, null, sessions.current(), null));
  }

  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response signIn(
      @FormParam("token") @Nullable String token,
      @FormParam("to") @Nullable String to,
      @FormParam(FormToken.FIELD) @Nullable String csrf,
      RoutingContext context) {
    try {
      forms.check(csrf);
    } catch (ProblemException e) {
      return refused(e.problem().status(), to, e.problem().detail());
    }
    String given = token == null ? "" : token.strip();
    if (given.length() > SignInCookie.MOST_CHARACTERS) {
      return refused(422, to, TOO_LONG);
    }
    Optional<JsonWebToken> accepted =
        cookie.isPossible() ? check.accepted(context, given) : Optional.empty();
    if (accepted.isEmpty()) {
      return refused(422, to, REFUSED);
    }
    Instant end = Instant.ofEpochSecond(accepted.get().getExpirationTime());
    SignInCookie.keep(context, given, Duration.between(Instant.now(), end));
    return Response.seeOther(URI.create("/sign-in?to=" + PageText.encoded(LocalPath.of(to))))
        .build();
  }

  private Response refused(int status, @Nullable String to, String error) {
    return page(status, new SignInPage(LocalPath.of(to), null, sessions.current(), error));
  }

  @POST
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response signOut(
      @FormParam(FormToken.FIELD) @Nullable String csrf, RoutingContext context) {
    forms.check(csrf);
    SignInCookie.forget(context);
    return Response.seeOther(URI.create("/")).build();
  }

  private static Response page(int status, SignInPage page) {
    return Response.status(status).entity(page.render()).type(PageText.HTML).build();
  }
}
