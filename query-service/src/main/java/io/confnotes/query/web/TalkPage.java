package io.confnotes.query.web;

import io.confnotes.query.related.RelatedTalk;
import io.confnotes.query.talk.Span;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkNotes;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A talk and what was written down in it. */
record TalkPage(Talk talk, List<Notes> notes, List<RelatedTalk> related)
    implements TemplateInstance {

  /** The notes of one author, and their text with the key points marked. */
  record Notes(int number, TalkNotes of, List<Piece> text) {}

  /** Marks the key points in the texts, which the talk has to have. */
  static TalkPage of(Talk talk, List<RelatedTalk> related) {
    List<TalkNotes> all = talk.notes();
    return new TalkPage(
        talk,
        IntStream.range(0, all.size()).mapToObj(i -> notes(i + 1, all.get(i))).toList(),
        related);
  }

  private static Notes notes(int number, TalkNotes notes) {
    int start = notes.span().start();
    List<Span> spans =
        notes.keyPoints().stream()
            .map(point -> new Span(point.span().start() - start, point.span().end() - start))
            .toList();
    return new Notes(number, notes, Piece.cut(Objects.requireNonNull(notes.text()), spans));
  }
}
