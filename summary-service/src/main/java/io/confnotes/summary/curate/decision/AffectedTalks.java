package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The talks whose rows changed rows of {@code recorded} decide about. */
public final class AffectedTalks {
  private final Handle handle;
  private final List<RowChange> changes;
  private final Set<UUID> talks = new TreeSet<>();

  private AffectedTalks(Handle handle, List<RowChange> changes) {
    this.handle = handle;
    this.changes = changes;
  }

  /** Gives talk notes to the talks that they belong to by now, and finds all talks to refresh. */
  public static Set<UUID> of(Handle handle, List<RowChange> changes) {
    AffectedTalks affected = new AffectedTalks(handle, changes);
    affected.regroup();
    affected.ofTags();
    affected.ofSpeakers();
    affected.ofEvents();
    return affected.talks;
  }

  private void regroup() {
    handle
        .createQuery(
            """
            UPDATE derived.talk_notes n SET talk_id = coalesce(r.target_id, a.talk_id)
              FROM recorded.talk_assignment a
              LEFT JOIN recorded.talk_redirect r USING (talk_id)
             WHERE a.talk_notes_id = n.talk_notes_id
               AND (a.talk_id = ANY(:talks) OR a.talk_notes_id = ANY(:notes))
               AND n.talk_id <> coalesce(r.target_id, a.talk_id)
            RETURNING old.talk_id, new.talk_id
            """)
        .bind("talks", ids(RecordedTable.TALK_REDIRECT, "talk_id"))
        .bind("notes", ids(RecordedTable.TALK_ASSIGNMENT, "talk_notes_id"))
        .map(
            (rows, context) ->
                List.of(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)))
        .forEach(talks::addAll);
  }

  private void ofTags() {
    add(
        handle
            .createQuery(
                """
                SELECT DISTINCT n.talk_id FROM derived.talk_notes_tag g JOIN derived.talk_notes n USING (talk_notes_id)
                 WHERE g.slug = ANY(:slugs)
                """)
            .bind("slugs", slugs(Kind.TAG)));
  }

  private void ofSpeakers() {
    add(
        handle
            .createQuery(
                """
                SELECT DISTINCT n.talk_id
                  FROM derived.talk_notes_speaker s
                  JOIN derived.talk_notes n USING (talk_notes_id)
                 WHERE s.slug = ANY(:slugs)
                UNION
                SELECT DISTINCT n.talk_id
                  FROM recorded.talk_assignment a
                  JOIN derived.talk_notes n USING (talk_notes_id)
                 WHERE a.talk_id = ANY(:talks)
                    OR a.talk_id IN (SELECT talk_id FROM recorded.speaker_assignment WHERE speaker = ANY(:slugs))
                """)
            .bind("slugs", slugs(Kind.SPEAKER))
            .bind("talks", ids(RecordedTable.SPEAKER_ASSIGNMENT, "talk_id")));
  }

  private void ofEvents() {
    add(
        handle
            .createQuery(
                """
                SELECT DISTINCT n.talk_id
                  FROM derived.document d
                  JOIN derived.talk_notes n USING (document_id)
                  LEFT JOIN recorded.event_assignment g USING (document_id)
                 WHERE d.event_slug = ANY(:slugs) OR g.event = ANY(:slugs) OR d.document_id = ANY(:documents)
                """)
            .bind("slugs", slugs(Kind.EVENT))
            .bind("documents", ids(RecordedTable.EVENT_ASSIGNMENT, "document_id")));
  }

  private void add(Query query) {
    query.mapTo(UUID.class).forEach(talks::add);
  }

  private UUID[] ids(RecordedTable table, String column) {
    return changes.stream()
        .filter(change -> change.table().equals(table.sqlName()))
        .map(change -> UUID.fromString(change.key().path(column).asText()))
        .distinct()
        .toArray(UUID[]::new);
  }

  /** The slugs that mean something else now, and all that lead to them. */
  private String[] slugs(Kind kind) {
    String[] changed =
        changes.stream()
            .filter(change -> change.key().path("kind").asText().equals(kind.word()))
            .filter(change -> !shown(change.before()).equals(shown(change.after())))
            .map(change -> change.key().path("slug").asText())
            .toArray(String[]::new);
    return Stream.concat(Stream.of(changed), aliases(kind, changed).stream())
        .distinct()
        .toArray(String[]::new);
  }

  /** What talks show of a name, or of the name that another leads to. */
  private static List<String> shown(@Nullable ObjectNode row) {
    return row == null
        ? List.of()
        : List.of(
            row.path("canonical").asText(), row.path("name").asText(), row.path("hidden").asText());
  }

  private List<String> aliases(Kind kind, String[] canonical) {
    return handle
        .createQuery(
            "SELECT slug FROM recorded.alias WHERE kind = :kind AND canonical = ANY(:canonical)")
        .bind("kind", kind.word())
        .bind("canonical", canonical)
        .mapTo(String.class)
        .list();
  }
}
