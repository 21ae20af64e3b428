package io.confnotes.query.web.document;

import io.confnotes.query.document.Document.DocumentTalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a reading text.
 *
 * @param talk whose notes they are; null where of none
 */
record Passage(@Nullable DocumentTalk talk, String text) {

  /** Cuts a text, or its beginning, where the notes of talks begin and end. */
  static List<Passage> of(String text, List<DocumentTalk> talks) {
    int[] codePoints = text.codePoints().toArray();
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (DocumentTalk talk :
        talks.stream().sorted(Comparator.comparingInt(each -> each.span().start())).toList()) {
      int start = Math.min(Math.max(talk.span().start(), at), codePoints.length);
      int end = Math.min(Math.max(talk.span().end(), start), codePoints.length);
      add(passages, null, codePoints, at, start);
      add(passages, talk, codePoints, start, end);
      at = end;
    }
    add(passages, null, codePoints, at, codePoints.length);
    return passages;
  }

  private static void add(
      List<Passage> passages, @Nullable DocumentTalk talk, int[] text, int start, int end) {
    String passage = new String(text, start, end - start);
    if (!passage.isBlank()) {
      passages.add(new Passage(talk, passage.strip()));
    }
  }
}
