package io.confnotes.summary.store.document;

import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The talks of a document's revision that is in the tables, and so those of the one after it. */
public final class KnownTalks {
  /** How much of a talk's notes is compared with those of another revision. */
  private static final int COMPARED_CODE_POINTS = 50_000;

  private final Handle handle;
  private final List<Known> known;

  private KnownTalks(Handle handle, List<Known> known) {
    this.handle = handle;
    this.known = known;
  }

  /**
   * Talk notes of the current revision.
   *
   * @param assignedTo the talk they were given to, which may be merged into {@code talkId} by now
   */
  private record Known(UUID talkId, UUID assignedTo, TalkMatcher.Candidate candidate) {}

  /** Those of a document; none where it is unknown or withdrawn. */
  public static KnownTalks of(Handle handle, UUID documentId) {
    return new KnownTalks(
        handle,
        handle
            .createQuery(
                """
                SELECT n.talk_id, coalesce(a.talk_id, n.talk_id) AS assigned_to, n.title,
                       ARRAY(SELECT s.name FROM derived.talk_notes_speaker s
                              WHERE s.talk_notes_id = n.talk_notes_id ORDER BY s.ordinal) AS speakers,
                       left(substr(d.reading_text, n.body_start + 1, n.span_end - n.body_start), :compared) AS body
                  FROM derived.talk_notes n
                  JOIN derived.document d USING (document_id)
                  LEFT JOIN recorded.talk_assignment a USING (talk_notes_id)
                 WHERE n.document_id = :id
                 ORDER BY n.ordinal
                """)
            .bind("id", documentId)
            .bind("compared", COMPARED_CODE_POINTS)
            .map(
                (rows, context) ->
                    new Known(
                        rows.getObject("talk_id", UUID.class),
                        rows.getObject("assigned_to", UUID.class),
                        new TalkMatcher.Candidate(
                            rows.getString("title"),
                            List.of((String[]) rows.getArray("speakers").getArray()),
                            rows.getString("body"))))
            .list());
  }

  /** Their ids, in the order of the document. */
  public List<UUID> ids() {
    return known.stream().map(Known::talkId).toList();
  }

  /**
   * The talks of a new revision, in its order. Its notes belong, in this order, to what was
   * recorded, to what the previous revision had, to what such a talk is born with.
   *
   * @param recording whether this is written down, so that it stays
   */
  public List<UUID> ofRevision(ParsedDocument document, boolean recording) {
    List<@Nullable Integer> matches = matches(document);
    Assignments assignments = Assignments.of(handle, document);
    List<@Nullable UUID> kept = new ArrayList<>();
    Set<UUID> taken = new HashSet<>();
    for (int i = 0; i < document.talks().size(); i++) {
      UUID id = assignments.of(document.talks().get(i).talkNotesId());
      Integer match = matches.get(i);
      if (id == null && match != null) {
        id = known.get(match).assignedTo();
      }
      kept.add(id != null && taken.add(id) ? id : null);
    }
    String event = DocumentRows.eventSlug(handle, document);
    List<UUID> talkIds = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      UUID id = kept.get(i);
      talkIds.add(id != null ? id : born(event, document.talks().get(i), taken));
    }
    if (recording) {
      assignments.record(handle, talkIds);
    }
    return Assignments.redirected(handle, talkIds);
  }

  private List<@Nullable Integer> matches(ParsedDocument document) {
    CodePointText text = new CodePointText(document.readingText());
    return TalkMatcher.match(
        known.stream().map(Known::candidate).toList(),
        document.talks().stream().map(talk -> candidate(talk, text)).toList());
  }

  /** Two talk notes of one revision are never one talk, unless a curator has merged them. */
  private static UUID born(@Nullable String event, ParsedTalk talk, Set<UUID> taken) {
    UUID id = TalkIdentity.born(event, talk.title(), names(talk), talk.talkNotesId());
    if (taken.add(id)) {
      return id;
    }
    UUID alone = TalkIdentity.alone(talk.talkNotesId());
    taken.add(alone);
    return alone;
  }

  /** The notes without the lines of title and speakers, as far as they are compared. */
  private static TalkMatcher.Candidate candidate(ParsedTalk talk, CodePointText text) {
    int start = DocumentRows.bodyStart(talk);
    int end = Math.min(talk.span().end(), start + COMPARED_CODE_POINTS);
    return new TalkMatcher.Candidate(talk.title(), names(talk), text.slice(start, end));
  }

  private static List<String> names(ParsedTalk talk) {
    return talk.speakers().stream().map(ParsedDocument.Speaker::displayName).toList();
  }
}
