package io.confnotes.query.web;

import io.confnotes.query.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Shows a problem as a page to whoever asked for a page. */
@Provider
final class ProblemPages implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
      response.setEntity(new ProblemPage(problem).render(), null, PageText.HTML);
    }
  }

  private static boolean wantsPage(ContainerRequestContext request) {
    return !request.getUriInfo().getPath().startsWith("/api/")
        && request.getAcceptableMediaTypes().stream()
            .anyMatch(
                type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }
}
