package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.store.document.TalkIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which talk notes are of one talk, and whom and what the names in them mean. */
final class TalkDecisions {
  private final Handle handle;
  private final RecordedRows rows;
  private final NameDecisions names;

  TalkDecisions(Handle handle, RecordedRows rows, NameDecisions names) {
    this.handle = handle;
    this.rows = rows;
    this.names = names;
  }

  void merge(Action.MergeTalks action) {
    if (action.talk().equals(action.into())) {
      throw Problems.mergedWithItself("talk");
    }
    requireTalk(action.talk());
    requireTalk(action.into());
    for (ObjectNode redirect :
        rows.where(RecordedTable.TALK_REDIRECT, "target_id", action.talk().toString())) {
      rows.put(
          RecordedTable.TALK_REDIRECT,
          redirect.deepCopy().put("target_id", action.into().toString()));
    }
    redirect(action.talk(), action.into());
  }

  private record Titled(UUID talk, String event, String titleSlug) {}

  /** Merges talks that two events have both, as if their notes had named one event. */
  void mergeOfEvents(String event, String into) {
    Map<String, List<Titled>> byTitle =
        handle
            .createQuery(
                """
                SELECT talk_id, event_slug, title FROM derived.talk
                 WHERE event_slug IN (:event, :into) ORDER BY talk_id
                """)
            .bind("event", event)
            .bind("into", into)
            .map(
                (row, context) ->
                    new Titled(
                        row.getObject(1, UUID.class), row.getString(2), Slug.of(row.getString(3))))
            .stream()
            .filter(talk -> TalkIdentity.isTelling(talk.titleSlug))
            .collect(Collectors.groupingBy(Titled::titleSlug, TreeMap::new, Collectors.toList()));
    for (List<Titled> talks : byTitle.values()) {
      List<UUID> merged = ofEvent(talks, event);
      List<UUID> kept = ofEvent(talks, into);
      if (merged.size() == 1 && kept.size() == 1) {
        merge(new Action.MergeTalks(merged.getFirst(), kept.getFirst()));
      }
    }
  }

  private static List<UUID> ofEvent(List<Titled> talks, String event) {
    return talks.stream().filter(talk -> talk.event.equals(event)).map(Titled::talk).toList();
  }

  /** Each of the notes gets a talk of its own; the others lead to the first one's. */
  void split(Action.SplitTalk action) {
    requireTalk(action.talk());
    List<UUID> all = notesOf(action.talk());
    if (!all.containsAll(action.talkNotesIds()) || all.size() == action.talkNotesIds().size()) {
      throw Problems.notPart(
          "The talk has the notes %s. Name some of them, and leave it at least one."
              .formatted(all));
    }
    UUID talk = UUID.randomUUID();
    for (int i = 0; i < action.talkNotesIds().size(); i++) {
      UUID assigned = i == 0 ? talk : UUID.randomUUID();
      rows.put(
          RecordedTable.TALK_ASSIGNMENT,
          RecordedRows.row()
              .put("talk_notes_id", action.talkNotesIds().get(i).toString())
              .put("talk_id", assigned.toString())
              .put("assigned_at", Instant.now().toString()));
      if (i > 0) {
        redirect(assigned, talk);
      }
    }
  }

  private record Mention(UUID assignedTo, String slug) {}

  void splitSpeaker(Action.SplitSpeaker action) {
    names.require(Kind.SPEAKER, action.speaker());
    String speaker = names.make(Kind.SPEAKER, action.name(), action.speaker());
    for (UUID talk : action.talks()) {
      requireTalk(talk);
      List<Mention> mentions = mentions(talk, action.speaker());
      if (mentions.isEmpty()) {
        throw Problems.notPart(
            "'%s' is no speaker of the talk %s.".formatted(action.speaker(), talk));
      }
      for (Mention mention : mentions) {
        rows.put(
            RecordedTable.SPEAKER_ASSIGNMENT,
            RecordedRows.row()
                .put("talk_id", mention.assignedTo().toString())
                .put("slug", mention.slug())
                .put("speaker", speaker));
      }
    }
  }

  void splitEvent(Action.SplitEvent action) {
    names.require(Kind.EVENT, action.event());
    String event = names.make(Kind.EVENT, action.name(), action.event());
    for (UUID document : action.documents()) {
      if (!isOfEvent(document, action.event())) {
        throw Problems.notPart(
            "The document %s is not of the event '%s'.".formatted(document, action.event()));
      }
      rows.put(
          RecordedTable.EVENT_ASSIGNMENT,
          RecordedRows.row().put("document_id", document.toString()).put("event", event));
    }
  }

  private void redirect(UUID talk, UUID into) {
    rows.put(
        RecordedTable.TALK_REDIRECT,
        RecordedRows.row()
            .put("talk_id", talk.toString())
            .put("target_id", into.toString())
            .put("created_at", Instant.now().toString()));
  }

  private void requireTalk(UUID id) {
    ObjectNode redirect =
        rows.find(RecordedTable.TALK_REDIRECT, RecordedRows.row().put("talk_id", id.toString()));
    if (redirect != null) {
      throw Problems.mergedBefore("talk", id, redirect.path("target_id").asText());
    }
    boolean exists =
        handle
            .createQuery("SELECT EXISTS (SELECT FROM derived.talk WHERE talk_id = :id)")
            .bind("id", id)
            .mapTo(boolean.class)
            .one();
    if (!exists) {
      throw Problems.unknownTalk(id);
    }
  }

  private List<UUID> notesOf(UUID talk) {
    return handle
        .createQuery(
            "SELECT talk_notes_id FROM derived.talk_notes WHERE talk_id = :id ORDER BY"
                + " talk_notes_id")
        .bind("id", talk)
        .mapTo(UUID.class)
        .list();
  }

  /**
   * How notes of a talk write a speaker, for each of the talks that these notes, or later ones, are
   * assigned to.
   */
  private List<Mention> mentions(UUID talk, String speaker) {
    return handle
        .createQuery(
            """
            WITH notes AS (
              SELECT n.talk_notes_id, a.talk_id AS assigned_to
                FROM derived.talk_notes n JOIN recorded.talk_assignment a USING (talk_notes_id)
               WHERE n.talk_id = :talk),
            slugs AS (
              SELECT DISTINCT s.slug
                FROM notes n
                JOIN derived.talk_notes_speaker s USING (talk_notes_id)
                LEFT JOIN recorded.speaker_assignment g ON g.talk_id = n.assigned_to AND g.slug = s.slug
                LEFT JOIN recorded.alias a ON a.kind = 'speaker' AND a.slug = coalesce(g.speaker, s.slug)
               WHERE coalesce(a.canonical, g.speaker, s.slug) = :speaker)
            SELECT assigned_to, slug
              FROM (SELECT assigned_to FROM notes UNION SELECT :talk) AS talks CROSS JOIN slugs
             ORDER BY 1, 2
            """)
        .bind("talk", talk)
        .bind("speaker", speaker)
        .map((rows, context) -> new Mention(rows.getObject(1, UUID.class), rows.getString(2)))
        .list();
  }

  private boolean isOfEvent(UUID document, String event) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM api.document WHERE document_id = :document AND event_slug ="
                + " :event)")
        .bind("document", document)
        .bind("event", event)
        .mapTo(boolean.class)
        .one();
  }
}
