package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.byline.Byline;
import io.confnotes.ingest.segment.byline.Habit;
import io.confnotes.ingest.segment.byline.SetApart;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the talks of a thread of counted messages: "2/ Jane Doe: Oiling Hinges. Oil comes first".
 * Messages that name none go on with the talk before.
 */
final class ThreadTalks implements Layout {

  private static final int SEVERAL = 2;
  private static final int MOST_DIGITS = 3;
  private static final int FEWEST_WORDS = 2;
  private static final double LIKELY = 0.6;

  private final List<Row> rows;
  private final Habit habit = new Habit();

  ThreadTalks(List<Row> rows) {
    this.rows = rows;
  }

  @Override
  public List<Opening> find() {
    List<Integer> messages = messages();
    for (int i : messages) {
      String head = head(i);
      HeadOfLine.ends(head).forEach(end -> habit.add(head.substring(0, end)));
    }
    List<Opening> found = new ArrayList<>();
    for (int i : messages) {
      Opening opening = opening(i);
      if (opening != null) {
        found.add(opening);
      }
    }
    // A single one is none of a thread
    return found.size() >= SEVERAL ? found : List.of();
  }

  /** The rows that count up by one. */
  private List<Integer> messages() {
    List<Integer> messages = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < rows.size(); i++) {
      int number = rows.get(i).isParagraph() ? number(rows.get(i).text()) : 0;
      if (number > 0 && (messages.isEmpty() || number == last + 1)) {
        messages.add(i);
        last = number;
      }
    }
    return messages;
  }

  /** The number of "3/ ..." and "3/9 ..."; else 0. */
  private static int number(String text) {
    int slash = digits(text, 0);
    boolean counted =
        slash > 0
            && slash <= MOST_DIGITS
            && slash < text.length()
            && text.charAt(slash) == '/'
            && beginOfMessage(text) < text.length()
            && text.charAt(beginOfMessage(text) - 1) == ' ';
    return counted ? Integer.parseInt(text, 0, slash, 10) : 0;
  }

  private static int beginOfMessage(String text) {
    int end = digits(text, digits(text, 0) + 1);
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static int digits(String text, int from) {
    int at = Math.min(from, text.length());
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private String head(int row) {
    String text = rows.get(row).text();
    return HeadOfLine.of(text.substring(beginOfMessage(text)));
  }

  private @Nullable Opening opening(int i) {
    Row row = rows.get(i);
    String head = head(i);
    for (int end : HeadOfLine.ends(head)) {
      String line = head.substring(0, end);
      Byline apart = SetApart.read(line, row.parts());
      Byline byline = apart != null ? apart : habit.read(line);
      int rest = HeadOfLine.notes(row.text(), beginOfMessage(row.text()) + end);
      if (byline != null && isTalk(byline) && rest < row.text().length()) {
        String reason = byline.form().reason();
        return new Opening(i, List.of(i), byline.title(), byline.people(), true, reason)
            .withRest(rest);
      }
    }
    return null;
  }

  private static boolean isTalk(Byline byline) {
    return byline.people().score() >= LIKELY
        && PlainText.words(byline.title()) >= FEWEST_WORDS
        && TitleLine.isPossible(byline.title())
        && !SectionTitle.isSection(byline.title());
  }
}
