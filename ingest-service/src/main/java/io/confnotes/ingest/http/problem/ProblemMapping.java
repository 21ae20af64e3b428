package io.confnotes.ingest.http.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every answer that is not a success is a problem document. */
final class ProblemMapping {
  private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

  @ServerExceptionMapper
  Response refused(RefusedException e, HttpServerRequest request) {
    Response.ResponseBuilder response = answer(e.problem());
    if (e.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds());
    }
    if (e.closeConnection() && request.version() != HttpVersion.HTTP_2) {
      response.header("Connection", "close");
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    return answer(
            Problem.plain(
                status.getStatusCode(), status.getReasonPhrase(), detail(status.getStatusCode())))
        .build();
  }

  @ServerExceptionMapper
  Response failed(RuntimeException e) {
    UUID incident = UUID.randomUUID();
    LOG.errorf(e, "request failed incident=%s", incident);
    return answer(
            Problem.plain(
                500,
                "Internal Server Error",
                "This is our mistake. The log has it as incident " + incident + "."))
        .build();
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address. The addresses are listed at /q/openapi.";
      case 405 -> "This address does not take this method. Allow tells which it takes.";
      case 406 -> "The answers of this address are application/json.";
      default -> "The request cannot be answered.";
    };
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
