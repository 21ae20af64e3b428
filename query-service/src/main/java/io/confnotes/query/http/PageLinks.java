package io.confnotes.query.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Adds {@code Link: <…>; rel="next"} (RFC 8288) to pages. Relative, so that it holds behind
 * proxies. Before {@link EntityTags}, which needs them written.
 */
@Provider
@Priority(EntityTags.PRIORITY + 1)
final class PageLinks implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Paged<?> page && page.next() != null) {
      response.getHeaders().putSingle("Link", link(request.getUriInfo(), page.next()));
    }
  }

  private static String link(UriInfo uri, String next) {
    var target = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
    return "<%s?%s>; rel=\"next\"".formatted(target.getRawPath(), target.getRawQuery());
  }
}
