package io.confnotes.summary.curate.decision;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes decisions: writes the rows of schema {@code recorded} that they change. */
public final class Decisions {
  private Decisions() {}

  /**
   * Makes one. Talks do not follow yet, and it is not in the log.
   *
   * @return what it changed
   * @throws io.confnotes.summary.http.ProblemException if it cannot be made; what was written until
   *     then is the caller's to take back
   */
  public static List<RowChange> make(Handle handle, Action action) {
    RecordedRows rows = new RecordedRows(handle);
    NameDecisions names = new NameDecisions(handle, rows);
    TalkDecisions talks = new TalkDecisions(handle, rows, names);
    switch (action) {
      case Action.Rename rename -> names.rename(rename);
      case Action.Merge merge -> {
        names.merge(merge);
        if (merge.kind() == Kind.EVENT) {
          talks.mergeOfEvents(merge.slug(), merge.into());
        }
      }
      case Action.Split split -> names.split(split);
      case Action.Hide hide -> names.hide(hide.tag(), true);
      case Action.Unhide unhide -> names.hide(unhide.tag(), false);
      case Action.MergeTalks merge -> talks.merge(merge);
      case Action.SplitTalk split -> talks.split(split);
      case Action.SplitSpeaker split -> talks.splitSpeaker(split);
      case Action.SplitEvent split -> talks.splitEvent(split);
      case Action.Undo undo -> undo(handle, rows, undo.curation());
    }
    return rows.changes();
  }

  /** What nothing later has touched can be put back as it was. */
  private static void undo(Handle handle, RecordedRows rows, long id) {
    Curation undone = CurationLog.get(handle, id);
    if (undone.undoneBy() != null) {
      throw Problems.undoneBefore(id, undone.undoneBy());
    }
    List<RowChange> changes = undone.changes() == null ? List.of() : undone.changes();
    for (RowChange change : changes) {
      if (!rows.isCurrent(change)) {
        throw Problems.superseded(id, later(handle, id, change));
      }
    }
    changes.forEach(rows::revert);
    if (!isConsistent(handle)) {
      throw Problems.superseded(id, "what it needs has another meaning by now");
    }
  }

  private static String later(Handle handle, long id, RowChange change) {
    return handle
        .createQuery(
            """
            SELECT 'undo ' || max(curation_id) || ' first' FROM recorded.curation
             WHERE curation_id > :id
               AND changes @> jsonb_build_array(jsonb_build_object('table', CAST(:table AS text),
                                                                   'key', CAST(:key AS jsonb)))
            """)
        .bind("id", id)
        .bind("table", change.table())
        .bind("key", change.key().toString())
        .mapTo(String.class)
        .findFirst()
        .orElse("the rows were changed by hand");
  }

  /** A slug is one thing, names lead to canonical ones, and redirects to talks. */
  private static boolean isConsistent(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (SELECT FROM recorded.alias JOIN recorded.canonical USING (kind, slug))
               AND NOT EXISTS (SELECT FROM recorded.alias a
                                WHERE NOT EXISTS (SELECT FROM recorded.canonical c
                                                   WHERE c.kind = a.kind AND c.slug = a.canonical))
               AND NOT EXISTS (SELECT FROM recorded.talk_redirect a
                                 JOIN recorded.talk_redirect b ON b.talk_id = a.target_id)
            """)
        .mapTo(boolean.class)
        .one();
  }
}
