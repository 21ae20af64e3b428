package io.confnotes.benchmarks;

import java.util.List;

/** An article: a header with its date, talks at level 2, speakers below them in italics. */
final class AsciidocMarkup implements Markup {

  @Override
  public String start(String event, String date) {
    return """
    = Notes from %s
    :revdate: %s
    :toc:
    :icons: font

    """
        .formatted(event, date);
  }

  @Override
  public String talk(String title, String speaker) {
    return heading(2, title) + paragraph("_" + speaker + "_");
  }

  @Override
  public String heading(int level, String words) {
    return "=".repeat(level) + " " + words + "\n\n";
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

  @Override
  public String quote(String words) {
    return "[quote]\n____\n" + words + "\n____\n\n";
  }

  @Override
  public String code(String lines) {
    return "[source,sh]\n----\n" + lines + "----\n\n";
  }

  @Override
  public String link(String words, String address) {
    return address + "[" + words + "]";
  }

  @Override
  public String end() {
    return "";
  }
}
