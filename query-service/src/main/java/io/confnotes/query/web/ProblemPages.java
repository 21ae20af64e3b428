package io.confnotes.query.web;

import io.confnotes.query.access.AccessProblems;
import io.confnotes.query.http.Problem;
import io.confnotes.query.web.sign.LocalPath;
import io.confnotes.query.web.sign.Sessions;
import io.confnotes.query.web.sign.SignInCookie;
import io.confnotes.query.web.sign.SignInPage;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Shows a problem as a page to whoever asked for a page: where a token is needed, as the one to
 * sign in on.
 */
final class ProblemPages {

  private final SignInCookie signIn;
  private final Sessions sessions;
  private final CurrentVertxRequest current;

  ProblemPages(SignInCookie signIn, Sessions sessions, CurrentVertxRequest current) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.current = current;
  }

  @ServerResponseFilter
  void show(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
      response.setEntity(page(problem, resource).render(), null, PageText.HTML);
    }
  }

  private TemplateInstance page(Problem problem, ResourceInfo resource) {
    if (!signIn.isPossible() || !AccessProblems.isOfToken(problem)) {
      return new ProblemPage(problem);
    }
    RoutingContext context = current.getCurrent();
    if (problem.status() == 401 && SignInCookie.isUsed(context)) {
      // One that is not accepted any more would be in the way on every page
      SignInCookie.forget(context);
    }
    return SignInPage.lacking(
        LocalPath.of(context.request()), AccessProblems.scope(resource), sessions.current());
  }

  private static boolean wantsPage(ContainerRequestContext request) {
    return !request.getUriInfo().getPath().startsWith("/api/")
        && request.getAcceptableMediaTypes().stream()
            .anyMatch(
                type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }
}
