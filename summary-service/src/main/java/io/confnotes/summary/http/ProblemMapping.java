package io.confnotes.summary.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a resource throws into a {@link Problem}. */
final class ProblemMapping {
  private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
  private static final int SOON_SECONDS = 5;

  @ServerExceptionMapper
  Response ofProblem(ProblemException exception) {
    return answer(exception.problem()).build();
  }

  @ServerExceptionMapper
  Response ofStatus(WebApplicationException exception) {
    Response given = exception.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    return answer(Problem.ofStatus(given.getStatus())).build();
  }

  @ServerExceptionMapper
  Response ofDatabase(JdbiException exception) {
    String state = sqlState(exception);
    return switch (state == null ? "08" : state.substring(0, 2)) {
      case "55" ->
          later(
              Problem.of(
                  "busy",
                  "Something else is being written",
                  503,
                  "Nothing was changed. Try again."));
      case "08", "40", "53", "57" ->
          later(
              Problem.of(
                  "database-away",
                  "The database did not do its work",
                  503,
                  "Nothing was changed. Try again; if it lasts, /q/health/ready says more."));
      // U+0000, which JSON can carry and PostgreSQL's text cannot
      case "22" ->
          answer(
                  Problem.of(
                      "bad-request",
                      "Bad request",
                      400,
                      "A value is none that text here can have."))
              .build();
      default -> ofAnything(exception);
    };
  }

  @ServerExceptionMapper
  Response ofAnything(RuntimeException exception) {
    LOG.error("a request failed", exception);
    return answer(Problem.ofStatus(500)).build();
  }

  private static Response later(Problem problem) {
    return answer(problem).header(HttpHeaders.RETRY_AFTER, SOON_SECONDS).build();
  }

  private static @Nullable String sqlState(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
