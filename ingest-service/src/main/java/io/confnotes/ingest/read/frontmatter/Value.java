package io.confnotes.ingest.read.frontmatter;

import java.util.List;

/** A value of front matter, whatever notation it was written in. */
sealed interface Value {

  /**
   * A scalar, as text: dates and numbers as they were written.
   *
   * @param line its line in the source, from 1
   */
  record Text(String text, int line) implements Value {}

  /** A list. */
  record Items(List<Value> values) implements Value {}

  /** A mapping, in the order of the source. */
  record Entries(List<Entry> entries) implements Value {}

  /** A key with its value. */
  record Entry(String key, Value value) {}
}
