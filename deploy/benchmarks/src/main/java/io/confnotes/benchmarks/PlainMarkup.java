package io.confnotes.benchmarks;

import java.util.List;

/** Text that lost its markup: a heading is a short line, and a link is its words alone. */
final class PlainMarkup implements Markup {

  @Override
  public String start(String event, String date) {
    return event + ", " + date + ": what I wrote down, as it came, without much order.\n\n";
  }

  @Override
  public String talk(String title, String speaker) {
    return "\n" + title + "\n" + speaker + "\n";
  }

  @Override
  public String heading(int level, String words) {
    return words + "\n";
  }

  @Override
  public String paragraph(String words) {
    return words + "\n";
  }

  @Override
  public String list(List<String> items) {
    StringBuilder list = new StringBuilder();
    items.forEach(item -> list.append("- ").append(item).append('\n'));
    return list.toString();
  }

  @Override
  public String quote(String words) {
    return "“" + words + "”\n";
  }

  @Override
  public String code(String lines) {
    return lines;
  }

  @Override
  public String link(String words, String address) {
    return words;
  }

  @Override
  public String end() {
    return "";
  }
}
