package io.confnotes.ingest.http.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Problem} to the edge. It has no stack trace: a refusal is an answer, not a
 * failure.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;
  private final boolean closeConnection;

  public RefusedException(Problem problem, @Nullable Duration retryAfter, boolean closeConnection) {
    super(problem.title(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
    this.closeConnection = closeConnection;
  }

  public Problem problem() {
    return problem;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether the rest of the body is left unread, so that the connection cannot be used again. */
  boolean closeConnection() {
    return closeConnection;
  }
}
