package io.confnotes.query.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to the edge. It has no stack trace: a refusal is an answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /**
   * A refusal that may pass.
   *
   * @param retryAfter when the same request may be answered better
   */
  public ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public Problem problem() {
    return problem;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
