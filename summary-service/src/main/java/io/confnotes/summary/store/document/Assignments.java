package io.confnotes.summary.store.document;

import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Which talk the notes of a revision were given to: what survives when everything else is rebuilt.
 * A talk that was merged into another keeps its notes here; {@link #redirected} says where they are
 * found.
 */
final class Assignments {
  private final List<UUID> talkNotesIds;
  private final Map<UUID, UUID> recorded;

  private Assignments(List<UUID> talkNotesIds, Map<UUID, UUID> recorded) {
    this.talkNotesIds = talkNotesIds;
    this.recorded = recorded;
  }

  static Assignments of(Handle handle, ParsedDocument document) {
    List<UUID> ids = document.talks().stream().map(ParsedTalk::talkNotesId).toList();
    Map<UUID, UUID> recorded = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT talk_notes_id, talk_id FROM recorded.talk_assignment WHERE talk_notes_id = ANY(:ids)
            """)
        .bind("ids", ids.toArray(UUID[]::new))
        .map(
            (rows, context) ->
                Map.entry(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)))
        .forEach(entry -> recorded.put(entry.getKey(), entry.getValue()));
    return new Assignments(ids, recorded);
  }

  @Nullable UUID of(UUID talkNotesId) {
    return recorded.get(talkNotesId);
  }

  /** The talks that notes of these talks belong to, in their order: merged ones lead to others. */
  static List<UUID> redirected(Handle handle, List<UUID> talkIds) {
    Map<UUID, UUID> targets = new HashMap<>();
    handle
        .createQuery(
            "SELECT talk_id, target_id FROM recorded.talk_redirect WHERE talk_id = ANY(:ids)")
        .bind("ids", talkIds.toArray(UUID[]::new))
        .map(
            (rows, context) ->
                Map.entry(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)))
        .forEach(entry -> targets.put(entry.getKey(), entry.getValue()));
    return talkIds.stream().map(id -> targets.getOrDefault(id, id)).toList();
  }

  /** Records the talks, in the order of the document. */
  void record(Handle handle, List<UUID> talkIds) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO recorded.talk_assignment (talk_notes_id, talk_id) VALUES (:notes, :talk)
            ON CONFLICT (talk_notes_id) DO NOTHING
            """);
    for (int i = 0; i < talkIds.size(); i++) {
      if (!recorded.containsKey(talkNotesIds.get(i))) {
        batch.bind("notes", talkNotesIds.get(i)).bind("talk", talkIds.get(i)).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
