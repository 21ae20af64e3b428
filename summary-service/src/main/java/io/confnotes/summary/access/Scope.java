package io.confnotes.summary.access;

/** What a token can allow, as its claim {@code scope} names it (RFC 9068). */
public final class Scope {
  /** Curating, and reading what was curated. */
  public static final String CURATE = "curate";

  /** Re-analysis and the like. */
  public static final String OPERATE = "operate";

  private Scope() {}
}
