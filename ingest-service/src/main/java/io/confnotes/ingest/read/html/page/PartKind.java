package io.confnotes.ingest.read.html.page;

/** What the names and roles of an element say about it; one element can be of several kinds. */
enum PartKind {
  /** Means the content of a page. */
  MAIN,
  /** Means an article, or usually holds one. */
  ARTICLE,
  /** Has a name that often holds the content of a page. */
  NAMED_MAIN,
  /** Is no part of an article even where it stands within. */
  STRANGER,
  /** Is no part of an article where it stands beside it. */
  NEIGHBOUR,
  /** What readers wrote. */
  COMMENTS,
  /** The head of a page or of an article. */
  HEADER
}
