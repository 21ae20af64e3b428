package io.confnotes.ingest.read.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Takes a paragraph literally when its inline markup could nest too deep for the stack, or take
 * more than linear time: the library's parser merges nested nodes recursively, and looks for the
 * end of each code span on its own. A line without any sign of markup is taken as it is, too, as
 * setting up the library's parser takes longer than reading such a line.
 */
final class BoundedInlineParser implements InlineParser {

  private static final int MOST_SIGNS = 1_000;
  private static final long MOST_WORK = 10_000_000;

  /** What begins or ends anything but text. */
  private static final String SIGNS = "*_~`[]<!&\\\n\r";

  private final InlineParser parser;

  BoundedInlineParser(InlineParserContext context) {
    this.parser = new InlineParserImpl(context);
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    if (isPlainLine(lines)) {
      takePlainLine(lines, node);
    } else if (isBounded(lines)) {
      parser.parse(lines, node);
    } else {
      takeLiterally(lines, node);
    }
  }

  private static boolean isPlainLine(SourceLines lines) {
    if (lines.getLines().size() != 1) {
      return false;
    }
    CharSequence content = lines.getLines().getFirst().getContent();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == 0 || SIGNS.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Without white space at the end, as the library's parser leaves it. */
  private static void takePlainLine(SourceLines lines, Node node) {
    CharSequence content = lines.getLines().getFirst().getContent();
    int end = content.length();
    while (end > 0 && (content.charAt(end - 1) == ' ' || content.charAt(end - 1) == '\t')) {
      end--;
    }
    if (end > 0) {
      node.appendChild(new Text(content.subSequence(0, end).toString()));
    }
  }

  private static boolean isBounded(SourceLines lines) {
    long length = 0;
    long signs = 0;
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      length += content.length();
      for (int i = 0; i < content.length(); i++) {
        signs += "*_~`[]<!".indexOf(content.charAt(i)) >= 0 ? 1 : 0;
      }
    }
    return signs <= MOST_SIGNS && signs * length <= MOST_WORK;
  }

  private static void takeLiterally(SourceLines lines, Node node) {
    boolean first = true;
    for (SourceLine line : lines.getLines()) {
      if (!first) {
        node.appendChild(new SoftLineBreak());
      }
      first = false;
      Text text = new Text(line.getContent().toString());
      node.appendChild(text);
    }
  }
}
