package io.confnotes.query.access;

/** What a token can allow, as its claim {@code scope} names it (RFC 9068). */
public final class Scope {
  /** Reading, where it is restricted. What has no other rule takes this one. */
  public static final String READ = "read";

  /** Submitting, previewing and deleting documents. */
  public static final String SUBMIT = "submit";

  /** Curating, and reading what was curated. */
  public static final String CURATE = "curate";

  /** Dead letters, re-analysis and the like. */
  public static final String OPERATE = "operate";

  private Scope() {}
}
