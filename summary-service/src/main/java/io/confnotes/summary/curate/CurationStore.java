package io.confnotes.summary.curate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.store.PendingTalks;
import io.confnotes.summary.store.TalkRows;
import io.confnotes.summary.store.WriteLock;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes decisions, keeps them, and takes them back. Each is one transaction: what it records, and
 * the rows of all talks that follow from it. If these are very many, they {@link PendingTalks
 * follow later}, as nothing else can be stored before the transaction ends.
 */
@Singleton
public final class CurationStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String COLUMNS =
      """
      SELECT c.curation_id, c.curated_at, c.curator, c.action, c.talks, c.changes,
             (SELECT count(*) FROM derived.pending_talk p WHERE p.curation_id = c.curation_id) AS talks_pending,
             u.curation_id AS undone_by
        FROM recorded.curation c
        LEFT JOIN recorded.curation u ON u.undoes = c.curation_id
      """;

  /** More talks than that follow later. */
  static final int AT_ONCE = 500;

  private final Jdbi jdbi;

  public CurationStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes a decision.
   *
   * @throws io.confnotes.summary.http.ProblemException if it cannot be made; nothing has changed
   */
  public Curation decide(CurationRequest request, Sender sender) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          RecordedRows rows = new RecordedRows(handle);
          perform(handle, rows, request.action());
          Set<UUID> talks = AffectedTalks.of(handle, rows.changes());
          boolean atOnce = talks.size() <= AT_ONCE;
          if (atOnce) {
            TalkRows.refresh(handle, talks);
          }
          long id = insert(handle, request, sender, talks.size(), rows.changes());
          if (!atOnce) {
            PendingTalks.add(handle, id, talks);
          }
          return find(handle, id).orElseThrow();
        });
  }

  /**
   * What a decision would change. It is made, and taken back before anybody sees it.
   *
   * @throws io.confnotes.summary.http.ProblemException if it cannot be made
   */
  public CurationPreview preview(Action action) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          handle.execute("SAVEPOINT before");
          RecordedRows rows = new RecordedRows(handle);
          perform(handle, rows, action);
          Set<UUID> talks = AffectedTalks.of(handle, rows.changes());
          handle.execute("ROLLBACK TO SAVEPOINT before");
          return new CurationPreview(action, talks.size(), sample(handle, talks), rows.changes());
        });
  }

  /** Some of the talks, as they are; what is but to be split off is none yet. */
  private static List<CurationPreview.Talk> sample(Handle handle, Set<UUID> talks) {
    return handle
        .createQuery(
            """
            SELECT talk_id, title FROM derived.talk WHERE talk_id = ANY(:talks)
             ORDER BY date_start DESC NULLS LAST, talk_id LIMIT :most
            """)
        .bind("talks", talks.toArray(UUID[]::new))
        .bind("most", CurationPreview.SAMPLE)
        .map(
            (row, context) ->
                new CurationPreview.Talk(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /** Has some of the talks that are to follow later do so; false where there are none. */
  public boolean goOn() {
    return jdbi.inTransaction(
        handle -> {
          WriteLock.shared(handle);
          List<UUID> talks = PendingTalks.take(handle);
          TalkRows.refresh(handle, talks);
          return !talks.isEmpty();
        });
  }

  /** How many talks are still to follow decisions. */
  public long pending() {
    return jdbi.withHandle(PendingTalks::count);
  }

  /**
   * Has the talks of a rebuilt schema follow the first decision after one, later, in a transaction
   * of the caller, who holds {@link WriteLock}.
   *
   * @param handle one whose {@code derived} is the rebuilt schema
   * @return the decision that they will have followed, {@code after} where there is no later one
   */
  public static long follow(Handle handle, long after) {
    return handle
        .createQuery(
            """
            SELECT curation_id, changes FROM recorded.curation
             WHERE curation_id > :after ORDER BY curation_id LIMIT 1
            """)
        .bind("after", after)
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("curation_id"),
                    parse(row.getString("changes"), new TypeReference<List<RowChange>>() {})))
        .findFirst()
        .map(
            decision -> {
              Set<UUID> talks = AffectedTalks.of(handle, decision.getValue());
              PendingTalks.add(handle, decision.getKey(), talks);
              return decision.getKey();
            })
        .orElse(after);
  }

  /** Decisions before one, the newest first. */
  public List<Curation> before(long id, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + "WHERE c.curation_id < :before ORDER BY c.curation_id DESC LIMIT :most")
                .bind("before", id)
                .bind("most", most)
                .map((row, context) -> curation(row, false))
                .list());
  }

  /**
   * One decision, with what it changed.
   *
   * @throws io.confnotes.summary.http.ProblemException if there is none
   */
  public Curation get(long id) {
    return jdbi.withHandle(handle -> find(handle, id))
        .orElseThrow(() -> Problems.unknownCuration(id));
  }

  private static void perform(Handle handle, RecordedRows rows, Action action) {
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
  }

  /** What nothing later has touched can be put back as it was. */
  private static void undo(Handle handle, RecordedRows rows, long id) {
    Curation undone = find(handle, id).orElseThrow(() -> Problems.unknownCuration(id));
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

  private static long insert(
      Handle handle, CurationRequest request, Sender sender, int talks, List<RowChange> changes) {
    return handle
        .createQuery(
            """
            INSERT INTO recorded.curation (curator, subject, token_id, action, undoes, talks, changes)
            VALUES (:curator, :subject, :tokenId, CAST(:action AS jsonb), :undoes, :talks,
                    CAST(:changes AS jsonb))
            RETURNING curation_id
            """)
        .bind("curator", request.curator())
        .bind("subject", sender.subject())
        .bind("tokenId", sender.tokenId())
        .bind("action", json(request.action()))
        .bind("undoes", request.action() instanceof Action.Undo undo ? undo.curation() : null)
        .bind("talks", talks)
        .bind("changes", json(changes))
        .mapTo(long.class)
        .one();
  }

  private static Optional<Curation> find(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + "WHERE c.curation_id = :id")
        .bind("id", id)
        .map((row, context) -> curation(row, true))
        .findFirst();
  }

  private static Curation curation(ResultSet row, boolean withChanges) throws SQLException {
    return new Curation(
        row.getLong("curation_id"),
        row.getObject("curated_at", OffsetDateTime.class).toInstant(),
        row.getString("curator"),
        parse(row.getString("action"), new TypeReference<Action>() {}),
        row.getInt("talks"),
        row.getLong("talks_pending"),
        row.getObject("undone_by", Long.class),
        withChanges ? parse(row.getString("changes"), new TypeReference<>() {}) : null);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings and numbers can be written", e);
    }
  }

  private static <T> T parse(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row was not written by us", e);
    }
  }
}
