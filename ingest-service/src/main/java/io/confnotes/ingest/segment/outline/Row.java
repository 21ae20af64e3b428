package io.confnotes.ingest.segment.outline;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLabel;
import java.util.List;

/**
 * A line of the reading text within one block: what titles and speakers are looked for in.
 *
 * @param block the block it belongs to
 * @param blockIndex which block of the document that is
 * @param start UTF-16 offset within the reading text
 * @param end UTF-16 offset behind it
 * @param line its line in the source, from 1
 * @param text without marks left over and white space around it
 * @param strong what the bold text it begins with says; empty where it begins otherwise
 * @param parts what else markup set apart in it: italics, bold letters, links; no more than a few
 * @param profiles the words of links to people's own pages on networks
 * @param linked whether links cover all of it
 * @param field the front matter key whose value it is; else empty
 * @param inferred whether it is a heading by its shape only
 * @param slot what a programme put around its text
 */
public record Row(
    Block block,
    int blockIndex,
    int start,
    int end,
    int line,
    String text,
    String strong,
    List<String> parts,
    List<String> profiles,
    boolean linked,
    String field,
    boolean inferred,
    SlotLabel slot) {

  private static final int LONGEST_LINE = 400;

  /** Whether it is a heading that its author marked as one. */
  public boolean isHeading() {
    return block.kind() == Block.Kind.HEADING && !inferred;
  }

  /** Whether a label such as "Title:" begins it. */
  public boolean isLabelledTitle() {
    return !isHeading() && field.isEmpty() && TitleLabel.rest(text) != null;
  }

  public boolean isTitleField() {
    return field.equals("title");
  }

  /** The level in the outline: 0 for the document's title in front matter, 1 to 6 for headings. */
  public int level() {
    return isTitleField() ? 0 : block.level();
  }

  public boolean isListItem() {
    return block.kind() == Block.Kind.LIST_ITEM;
  }

  public boolean isParagraph() {
    return block.kind() == Block.Kind.PARAGRAPH || inferred;
  }

  /** The number that it begins with, if a colon, stop or bracket follows; else 0. */
  public int number() {
    int at = 0;
    while (at < Math.min(3, text.length()) && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean numbered =
        at > 0
            && at < Math.min(3, text.length())
            && isParagraph()
            && ":.)".indexOf(text.charAt(at)) >= 0;
    return numbered ? Integer.parseInt(text, 0, at, 10) : 0;
  }

  /** Whether all of it is bold. */
  public boolean isStrong() {
    return !strong.isEmpty() && strong.length() + 2 >= text.length();
  }

  /** Whether it is short enough to be a title or a name. */
  public boolean isShort() {
    return text.length() <= LONGEST_LINE;
  }
}
