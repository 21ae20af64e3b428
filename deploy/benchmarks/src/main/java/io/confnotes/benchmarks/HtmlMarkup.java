package io.confnotes.benchmarks;

import java.util.List;

/** A whole page of a blog, with what surrounds its article. */
final class HtmlMarkup implements Markup {

  @Override
  public String start(String event, String date) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Notes from %s</title>
    <style>article { max-width: 40em; margin: auto } blockquote { color: #555 }</style>
    </head>
    <body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/notes">Notes</a></li></ul></nav>
    <main>
    <article>
    <h1>Notes from %s</h1>
    <p class="meta"><time datetime="%s">%s</time></p>
    """
        .formatted(event, event, date, date);
  }

  @Override
  public String talk(String title, String speaker) {
    return heading(2, title) + paragraph("<strong>" + speaker + "</strong>");
  }

  @Override
  public String heading(int level, String words) {
    return "<h%d>%s</h%d>\n".formatted(level, escaped(words), level);
  }

  @Override
  public String paragraph(String words) {
    return "<p>" + escaped(words) + "</p>\n";
  }

  @Override
  public String list(List<String> items) {
    StringBuilder list = new StringBuilder("<ul>\n");
    items.forEach(item -> list.append("  <li>").append(escaped(item)).append("</li>\n"));
    return list.append("</ul>\n").toString();
  }

  @Override
  public String quote(String words) {
    return "<blockquote><p>" + escaped(words) + "</p></blockquote>\n";
  }

  @Override
  public String code(String lines) {
    return "<pre><code class=\"language-sh\">" + lines + "</code></pre>\n";
  }

  @Override
  public String link(String words, String address) {
    return "<a href=\"" + address + "\">" + words + "</a>";
  }

  @Override
  public String end() {
    return """
    </article>
    </main>
    <footer><p>Written on a train.</p></footer>
    </body>
    </html>
    """;
  }

  /** With entities where sites have them; no generated text has a character that needs one. */
  private static String escaped(String words) {
    return words.replace("’", "&rsquo;").replace("—", "&mdash;");
  }
}
