package io.confnotes.standalone;

/** Why Confnotes does not start or stops, in one line that also says what to do. */
public class Refusal extends RuntimeException {

  public Refusal(String message) {
    super(message);
  }

  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
