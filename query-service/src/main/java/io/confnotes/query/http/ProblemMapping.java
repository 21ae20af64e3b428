package io.confnotes.query.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a resource throws into a {@link Problem}. */
public final class ProblemMapping {

  private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Problem TIMED_OUT =
      Problem.of(
          "timed-out",
          "The database took too long",
          503,
          "The query was stopped. Ask for less (a narrower query, a smaller limit), or try later.");
  private static final Problem DATABASE_AWAY =
      Problem.of(
          "database-away", "The database does not answer", 503, "Nothing is lost. Try again.");
  private static final Problem BUSY =
      Problem.of(
          "busy",
          "Too much is asked at once",
          503,
          "All connections to the database are in use. Try again.");
  private static final Problem SCHEMA_BEHIND =
      Problem.of(
          "schema-behind",
          "The database is not set up for this version",
          503,
          "An operator has to run 'summary-service migrate'. /q/health/ready says more.");
  private static final Problem UNREADABLE =
      Problem.of(
          "bad-request", "Bad request", 400, "A parameter has a value no talk here can have.");

  @ServerExceptionMapper
  public Response ofProblem(ProblemException exception) {
    return response(exception.problem(), exception.retryAfter());
  }

  /**
   * What the framework refused: unknown paths, methods and media types, and what it can't parse.
   */
  @ServerExceptionMapper
  public Response ofStatus(WebApplicationException exception) {
    Response given = exception.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    return response(Problem.ofStatus(given.getStatus()), null);
  }

  @ServerExceptionMapper
  public Response ofDatabase(JdbiException exception) {
    String state = sqlState(exception);
    if (exception instanceof ConnectionException || state == null) {
      // The pool has no state to tell, unlike the database: no connection became free
      boolean isBusy = exception instanceof ConnectionException && state == null;
      return away(exception, isBusy ? BUSY : DATABASE_AWAY);
    }
    return switch (state) {
      case "57014" -> away(exception, TIMED_OUT);
      // No such schema, relation, column or function; no right to use it
      case "3F000", "42P01", "42703", "42883", "42501" -> away(exception, SCHEMA_BEHIND);
      default ->
          switch (state.substring(0, 2)) {
            case "08", "40", "53", "57" -> away(exception, DATABASE_AWAY);
            // A zero byte, which a path can carry, or a day beyond the calendar of the database
            case "22" -> response(UNREADABLE, null);
            default -> ofAnything(exception);
          };
    };
  }

  @ServerExceptionMapper
  public Response ofAnything(Exception exception) {
    LOG.error("A request failed", exception);
    return response(Problem.ofStatus(500), null);
  }

  private static Response away(Exception exception, Problem problem) {
    LOG.warnf("%s: %s", problem.title(), cause(exception).getMessage());
    return response(problem, SOON);
  }

  private static Throwable cause(Throwable exception) {
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static @Nullable String sqlState(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static Response response(Problem problem, @Nullable Duration retryAfter) {
    return builder(problem, retryAfter).build();
  }

  private static Response.ResponseBuilder builder(Problem problem, @Nullable Duration retryAfter) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    return retryAfter == null
        ? response
        : response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
  }
}
