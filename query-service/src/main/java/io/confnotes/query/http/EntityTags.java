package io.confnotes.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes the entity as JSON, unless it is text already, and takes its hash for the tag: whatever
 * shows in an answer counts. A compressed answer is another representation, so it has another tag
 * (RFC 9110, 8.8.3).
 */
@Provider
@Tagged
@Priority(EntityTags.PRIORITY)
final class EntityTags implements ContainerResponseFilter {

  static final int PRIORITY = Priorities.USER;

  private static final int BYTES = 16;

  private final ObjectMapper mapper;

  EntityTags(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != 200 || response.getEntity() == null) {
      return;
    }
    String text = response.getEntity() instanceof String given ? given : json(response.getEntity());
    EntityTag tag = new EntityTag(hash(text) + (isCompressed(request) ? "-gzip" : ""));
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (request.getRequest().evaluatePreconditions(tag) != null) {
      response.setStatus(304);
      response.setEntity(null);
    } else {
      response.setEntity(text);
    }
  }

  private static boolean isCompressed(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip");
  }

  private String json(Object entity) {
    try {
      return mapper.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
