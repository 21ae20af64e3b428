package io.confnotes.benchmarks;

import java.util.List;

/** How one format writes the parts of notes. What is no inline part ends with a line end. */
interface Markup {

  /** What comes before the first talk. */
  String start(String event, String date);

  /** A talk's title and speaker, as note-takers who use this format put them. */
  String talk(String title, String speaker);

  /**
   * A heading.
   *
   * @param level from 1 to 4
   */
  String heading(int level, String words);

  String paragraph(String words);

  String list(List<String> items);

  String quote(String words);

  String code(String lines);

  /** A link within a line. */
  String link(String words, String address);

  /** What comes behind the last talk. */
  String end();
}
