package io.confnotes.query.web.talk;

import io.confnotes.query.related.RelatedTalk;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkNotes;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.IntStream;

/** A talk and what was written down in it. */
record TalkPage(Talk talk, String description, List<Notes> notes, List<RelatedTalk> related)
    implements TemplateInstance {

  private static final int DESCRIPTION = 200;

  /** The notes of one author, numbered from 1, and their text with the key points marked. */
  record Notes(int number, TalkNotes of, NotesText text) {}

  /** Marks the key points in the texts, which the talk has to have. */
  static TalkPage of(Talk talk, List<RelatedTalk> related) {
    List<TalkNotes> all = talk.notes();
    return new TalkPage(
        talk,
        description(talk),
        IntStream.range(0, all.size())
            .mapToObj(i -> new Notes(i + 1, all.get(i), NotesText.of(all.get(i))))
            .toList(),
        related);
  }

  /** What others show beside a link to this page. */
  private static String description(Talk talk) {
    String point =
        talk.notes().stream()
            .flatMap(notes -> notes.keyPoints().stream())
            .map(TalkNotes.KeyPoint::text)
            .findFirst()
            .orElse("");
    return point.codePointCount(0, point.length()) <= DESCRIPTION
        ? point
        : point.substring(0, point.offsetByCodePoints(0, DESCRIPTION)) + "…";
  }
}
