package io.confnotes.ingest.read.markdown;

import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Writes the inline content of a Markdown block, without recursion. */
final class InlineText {

  private InlineText() {}

  static void write(Node block, ReadingText text) {
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      writeNode(node, text);
    }
  }

  /** Writes a single inline node with what is in it. */
  static void writeNode(Node root, ReadingText text) {
    Node node = root;
    while (node != null) {
      enter(node, text);
      Node child = node instanceof Image ? null : node.getFirstChild();
      if (child == null) {
        leave(node, text);
        child = behind(node, root, text);
      }
      node = child;
    }
  }

  private static @Nullable Node behind(Node from, Node root, ReadingText text) {
    Node node = from;
    while (node != root && node.getNext() == null) {
      node = node.getParent();
      leave(node, text);
    }
    return node == root ? null : node.getNext();
  }

  private static void enter(Node node, ReadingText text) {
    switch (node) {
      case Text literal -> text.append(literal.getLiteral());
      case Code code -> text.append(code.getLiteral());
      case SoftLineBreak _ -> text.newLine();
      case HardLineBreak _ -> text.newLine();
      case HtmlInline html -> {
        if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) {
          text.newLine();
        }
      }
      case StrongEmphasis _ -> text.openMark(Mark.Kind.STRONG, "");
      case Emphasis _ -> text.openMark(Mark.Kind.EMPHASIS, "");
      case Link link -> text.openMark(Mark.Kind.LINK, link.getDestination());
      default -> {
        // images and what extensions add: no text of their own
      }
    }
  }

  private static void leave(Node node, ReadingText text) {
    if (node instanceof StrongEmphasis || node instanceof Emphasis || node instanceof Link) {
      text.closeMark();
    }
  }
}
