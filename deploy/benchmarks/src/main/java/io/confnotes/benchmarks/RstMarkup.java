package io.confnotes.benchmarks;

import java.util.List;

/** A page of a documentation site: underlined titles, and fields that say who spoke and when. */
final class RstMarkup implements Markup {

  private static final String UNDERLINES = "=-~^";

  /** No underline is shorter, as a shorter one must be as long as its title. */
  private static final int SHORTEST_UNDERLINE = 4;

  @Override
  public String start(String event, String date) {
    return heading(1, "Notes from " + event)
        + """
        :date: %s
        :tags: notes, conference

        .. contents::
           :local:

        """
            .formatted(date);
  }

  @Override
  public String talk(String title, String speaker) {
    return heading(2, title) + ":Speaker: " + speaker + "\n\n";
  }

  @Override
  public String heading(int level, String words) {
    String sign = UNDERLINES.substring(level - 1, level);
    String underline = sign.repeat(Math.max(SHORTEST_UNDERLINE, words.length()));
    return words + "\n" + underline + "\n\n";
  }

  @Override
  public String paragraph(String words) {
    return words + "\n\n";
  }

  @Override
  public String list(List<String> items) {
    StringBuilder list = new StringBuilder();
    items.forEach(item -> list.append("* ").append(item).append('\n'));
    return list.append('\n').toString();
  }

  /** The empty comment keeps it out of a list above. */
  @Override
  public String quote(String words) {
    return "..\n\n    " + words + "\n\n";
  }

  @Override
  public String code(String lines) {
    return ".. code-block:: sh\n\n" + lines.indent(4) + "\n";
  }

  @Override
  public String link(String words, String address) {
    return "`" + words + " <" + address + ">`__";
  }

  @Override
  public String end() {
    return "";
  }
}
