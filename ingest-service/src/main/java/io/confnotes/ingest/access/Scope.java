package io.confnotes.ingest.access;

/** What a token can allow, as its claim {@code scope} names it (RFC 9068). */
public final class Scope {
  /** Submitting, previewing and deleting documents. */
  public static final String SUBMIT = "submit";

  private Scope() {}
}
