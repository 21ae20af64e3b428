package io.confnotes.benchmarks;

import java.util.List;

/** A post of a static site: front matter, talks at heading level 2, speakers below them in bold. */
final class MarkdownMarkup implements Markup {

  @Override
  public String start(String event, String date) {
    return """
    ---
    layout: post
    title: "Notes from %s"
    date: %s
    tags: [notes, conference]
    ---

    """
        .formatted(event, date);
  }

  @Override
  public String talk(String title, String speaker) {
    return heading(2, title) + paragraph("**" + speaker + "**");
  }

  @Override
  public String heading(int level, String words) {
    return "#".repeat(level) + " " + words + "\n\n";
  }

  @Override
  public String paragraph(String words) {
    return words + "\n\n";
  }

  @Override
  public String list(List<String> items) {
    StringBuilder list = new StringBuilder();
    items.forEach(item -> list.append("- ").append(item).append('\n'));
    return list.append('\n').toString();
  }

  @Override
  public String quote(String words) {
    return "> " + words + "\n\n";
  }

  @Override
  public String code(String lines) {
    return "```sh\n" + lines + "```\n\n";
  }

  @Override
  public String link(String words, String address) {
    return "[" + words + "](" + address + ")";
  }

  @Override
  public String end() {
    return "";
  }
}
