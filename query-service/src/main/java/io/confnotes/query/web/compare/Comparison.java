package io.confnotes.query.web.compare;

import java.util.List;

/**
 * What two events, or two years, were about.
 *
 * @param rows the tags that either has most of
 */
record Comparison(Side left, Side right, List<Row> rows) {

  /**
   * One of the two.
   *
   * @param covered how many talks there are notes of
   */
  record Side(String key, String name, String href, long covered) {}

  /** A tag, and how many talks of each have it. */
  record Row(String slug, String name, long left, long right) {}
}
