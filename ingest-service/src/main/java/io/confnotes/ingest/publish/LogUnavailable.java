package io.confnotes.ingest.publish;

/**
 * The brokers did not acknowledge a record in time, or the topic is not the one this service was
 * made for.
 */
public final class LogUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  LogUnavailable(String message) {
    super(message);
  }

  LogUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
