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

  /** Stands where {@code api.bigrams} has cut a text, behind each of its characters once more. */
  private static final char CUT = '\u001f';

  /**
   * Takes the marks out of a text, and puts together what was cut. A mark that was in the notes can
   * do no more than misplace one.
   */
  public static Snippet ofMarked(String marked) {
    Unmarked text = new Unmarked();
    marked.codePoints().forEach(text::add);
    return new Snippet(text.text.toString(), List.copyOf(text.hits));
  }

  /** What was read of a marked text. */
  private static final class Unmarked {

    private final StringBuilder text = new StringBuilder();
    private final List<Span> hits = new ArrayList<>();
    private int points = 0;
    private int last = CUT;
    private int start = -1;
    private boolean cut;

    void add(int point) {
      switch (point) {
        case HIT_START -> start = points;
        case HIT_END -> end();
        case CUT -> cut = true;
        default -> character(Character.isISOControl(point) ? ' ' : point);
      }
    }

    private void character(int point) {
      boolean again = cut && point == last;
      cut = false;
      if (again) {
        start = start == points ? points - 1 : start;
        return;
      }
      text.appendCodePoint(point);
      points++;
      last = point;
    }

    /** Pairs of characters overlap, so their hits may, too. */
    private void end() {
      if (start >= 0 && start < points) {
        boolean goesOn = !hits.isEmpty() && hits.getLast().end() > start;
        int first = goesOn ? hits.removeLast().start() : start;
        hits.add(new Span(first, points));
      }
      start = -1;
    }
  }
}
