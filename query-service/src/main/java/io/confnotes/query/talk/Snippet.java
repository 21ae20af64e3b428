package io.confnotes.query.talk;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The passages of notes that a search found.
 *
 * @param text the passages, with an ellipsis between them
 * @param hits where the words are in {@code text}
 */
public record Snippet(
    @Schema(required = true, examples = "a container is … not a real thing") String text,
    @Schema(required = true, description = "Where the words are in `text`") List<Span> hits) {

  /** What stands around a hit in marked text: characters that notes have no use for. */
  public static final char HIT_START = '\u0002';

  public static final char HIT_END = '\u0003';

  /**
   * Takes the marks out of a text. A mark that was in the notes can do no more than misplace one.
   */
  public static Snippet ofMarked(String marked) {
    StringBuilder text = new StringBuilder(marked.length());
    List<Span> hits = new ArrayList<>();
    int points = 0;
    int start = -1;
    for (int point : marked.codePoints().toArray()) {
      if (point == HIT_START) {
        start = points;
      } else if (point == HIT_END) {
        if (start >= 0 && start < points) {
          hits.add(new Span(start, points));
        }
        start = -1;
      } else {
        text.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
        points++;
      }
    }
    return new Snippet(text.toString(), List.copyOf(hits));
  }
}
