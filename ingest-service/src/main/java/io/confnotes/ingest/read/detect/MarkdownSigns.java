package io.confnotes.ingest.read.detect;

import java.util.regex.Pattern;

/** What tells Markdown, also in the shape that is left of it in plain text. */
final class MarkdownSigns {

  private static final int MANY = 4;
  private static final Sign HEADING = Sign.of("^(?:#{1,6} +\\S|#{2,6}[\\p{L}\\d])", 1, 3, "#");
  private static final Sign DEEPER_HEADING = Sign.of("^#{2,6} *[^#\\s]", 1, 1, "##");
  private static final Pattern UNDERLINE = Pattern.compile("^(?:={3,}|-{4,})$");
  private static final Sign LINK = Sign.of("\\[[^\\[\\]]*\\]\\([^()\\s]+\\)", 2, MANY, "](");
  private static final Sign BOLD = Sign.of("\\*\\*[^*\\s][^*]*\\*\\*", 1, MANY, "**");
  private static final Sign BULLET = Sign.of("^\\s*[-*+] +\\S", 1, 1, "- ", "* ", "+ ");
  private static final Sign TABLE = Sign.of("^\\|?[ :]*-{3,}[ :]*\\|[-| :]*$", 2, 1, "---");

  private MarkdownSigns() {}

  /** What says that a text is none of the other markups. */
  static int points(Head head) {
    return HEADING.count(head) + 2 * Math.min(2, LINK.count(head)) + Math.min(1, head.fences());
  }

  /**
   * Whether plain text is clearly Markdown: front matter, or headings together with other markup,
   * or much inline markup. One heading or some bullets are what people write in plain text too.
   */
  static boolean isClear(Head head) {
    int inline = LINK.count(head) + BOLD.count(head) + TABLE.count(head);
    boolean other = inline > 0 || head.fences() > 0 || BULLET.count(head) > 0;
    int headings = HEADING.count(head);
    return head.frontMatter()
        || (headings >= 2 && (other || DEEPER_HEADING.count(head) > 0))
        || (headings == 1 && inline > 0)
        || (underlined(head) >= 2 && other)
        || inline >= MANY;
  }

  /**
   * Titles that a line of signs underlines; what is longer than a line of dashes is a paragraph.
   */
  private static int underlined(Head head) {
    int titles = 0;
    for (int i = 0; i < head.lines().size(); i++) {
      String title = head.line(i);
      String below = head.line(i + 1);
      boolean free = head.line(i - 1).isEmpty() && !title.isEmpty();
      boolean fits = below.startsWith("=") || title.length() <= below.length() + 2;
      titles += free && fits && UNDERLINE.matcher(below).find() ? 1 : 0;
    }
    return titles;
  }
}
