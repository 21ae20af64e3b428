package io.confnotes.benchmarks;

import java.util.List;

/** An outline: one heading for the conference, the talks below it with a drawer of properties. */
final class OrgMarkup implements Markup {

  @Override
  public String start(String event, String date) {
    return """
    #+TITLE: Notes from %s
    #+DATE: <%s>
    #+STARTUP: showall

    * %s :notes:

    """
        .formatted(event, date, event);
  }

  @Override
  public String talk(String title, String speaker) {
    return "** " + title + "\n:PROPERTIES:\n:SPEAKER: " + speaker + "\n:END:\n\n";
  }

  @Override
  public String heading(int level, String words) {
    return "*".repeat(level) + " " + words + "\n\n";
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
    return "#+BEGIN_QUOTE\n" + words + "\n#+END_QUOTE\n\n";
  }

  @Override
  public String code(String lines) {
    return "#+BEGIN_SRC sh\n" + lines + "#+END_SRC\n\n";
  }

  @Override
  public String link(String words, String address) {
    return "[[" + address + "][" + words + "]]";
  }

  @Override
  public String end() {
    return "";
  }
}
