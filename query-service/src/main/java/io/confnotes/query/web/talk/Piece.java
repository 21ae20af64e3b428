package io.confnotes.query.web.talk;

import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of text that is shown in one way.
 *
 * @param marked whether it stands out
 * @param anchors the key points that begin here, by rank
 */
public record Piece(String text, boolean marked, List<Integer> anchors) {

  /** Cuts a snippet at its hits. */
  public static List<Piece> of(Snippet snippet) {
    return cut(snippet.text(), snippet.hits());
  }

  /**
   * Cuts a text at the ends of spans, which may overlap. The number of a span, from 1, is the
   * anchor of the piece it begins with; what is outside of the text is left out.
   */
  static List<Piece> cut(String text, List<Span> spans) {
    int length = text.codePointCount(0, text.length());
    int[] ends =
        IntStream.concat(
                IntStream.of(0, length),
                spans.stream().flatMapToInt(span -> IntStream.of(span.start(), span.end())))
            .filter(end -> end >= 0 && end <= length)
            .sorted()
            .distinct()
            .toArray();
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + 1 < ends.length; i++) {
      int to = text.offsetByCodePoints(from, ends[i + 1] - ends[i]);
      pieces.add(
          new Piece(text.substring(from, to), isIn(spans, ends[i]), beginningAt(spans, ends[i])));
      from = to;
    }
    return pieces;
  }

  private static boolean isIn(List<Span> spans, int position) {
    return spans.stream().anyMatch(span -> span.start() <= position && position < span.end());
  }

  private static List<Integer> beginningAt(List<Span> spans, int position) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).start() == position) {
        ranks.add(i + 1);
      }
    }
    return ranks;
  }
}
