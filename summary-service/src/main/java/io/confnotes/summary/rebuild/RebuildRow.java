package io.confnotes.summary.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.rebuild.Comparison.Counts;
import io.confnotes.summary.rebuild.Comparison.Found;
import io.confnotes.summary.rebuild.Comparison.Page;
import io.confnotes.summary.rebuild.Rebuild.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The rebuild that is going on, as the one process has it that works at it. Whoever holds the row
 * in a transaction can rely on the rebuilt schema being there until its end.
 *
 * @param switches whether it is to take the place of the serving schema
 * @param comparedKind what is being compared
 * @param comparedKey the last key that was; null before the first
 */
record RebuildRow(
    long id,
    State state,
    boolean switches,
    Kind comparedKind,
    @Nullable String comparedKey,
    Counts counts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many differences are named in all. */
  static final int SAMPLE = 100;

  /** A process that is gone is not waited for longer. */
  private static final String LEASE = "10 seconds";

  /** The step cannot be done now: nothing of it is kept, and there is another turn. */
  static final class TurnLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    TurnLost(String why) {
      super(why);
    }
  }

  /**
   * Takes the rebuild that is going on, unless another process has it; only processes of the same
   * analyser can.
   */
  static Optional<RebuildRow> claim(Handle handle, UUID worker, String analyser) {
    return handle
        .createQuery(
            """
            UPDATE recorded.rebuild
               SET worker = :worker, worker_until = now() + CAST(:lease AS interval)
             WHERE state IN ('building', 'comparing', 'ready') AND analyser = :analyser
               AND (worker = :worker OR worker_until IS NULL OR worker_until < now())
            RETURNING rebuild_id, state, switch, compared_kind, compared_key, compared
            """)
        .bind("worker", worker)
        .bind("lease", LEASE)
        .bind("analyser", analyser)
        .map((row, context) -> of(row))
        .findFirst();
  }

  /** Holds the row until the transaction ends. Comes before all locks but the first. */
  void hold(Handle handle, UUID worker) {
    update(
        handle
            .createUpdate(
                """
                UPDATE recorded.rebuild
                   SET worker_until = now() + CAST(:lease AS interval), updated_at = now(), problem = NULL, todo = NULL
                 WHERE rebuild_id = :id AND worker = :worker AND state IN ('building', 'comparing', 'ready')
                """)
            .bind("id", id)
            .bind("worker", worker)
            .bind("lease", LEASE));
  }

  private static void update(Update update) {
    if (update.execute() != 1) {
      throw new TurnLost("another process goes on with the rebuild, or it was stopped");
    }
  }

  /** Whether its tables are those of the serving schema: no migration has come meanwhile. */
  boolean isOfThisSchema(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT migration = (SELECT max(installed_rank) FROM recorded.schema_history)
                   AND to_regnamespace('derived_next') IS NOT NULL
              FROM recorded.rebuild WHERE rebuild_id = :id
            """)
        .bind("id", id)
        .mapTo(boolean.class)
        .one();
  }

  /** The last decision that its talks are up to date with. */
  long curationId(Handle handle) {
    return handle
        .createQuery("SELECT curation_id FROM recorded.rebuild WHERE rebuild_id = :id")
        .bind("id", id)
        .mapTo(long.class)
        .one();
  }

  void advance(Handle handle, int records, int refused, long upToCuration) {
    update(
        handle
            .createUpdate(
                """
                UPDATE recorded.rebuild
                   SET records = records + :records, refused = refused + :refused, curation_id = :curation
                 WHERE rebuild_id = :id
                """)
            .bind("id", id)
            .bind("records", records)
            .bind("refused", refused)
            .bind("curation", upToCuration));
  }

  /** Changes its state. */
  void enter(Handle handle, State next) {
    update(
        handle
            .createUpdate(
                "UPDATE recorded.rebuild SET state = :state, updated_at = now() WHERE rebuild_id = :id")
            .bind("id", id)
            .bind("state", next.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Records what a page has; after the last page it is ready. Where documents differ somebody has
   * to look before it may take the place of what serves: the log need not have what serves.
   */
  void compared(Handle handle, Page page) {
    for (Found found : page.found()) {
      handle
          .createUpdate(
              """
              INSERT INTO recorded.rebuild_difference (rebuild_id, kind, key, serving, rebuilt, fields)
              SELECT :id, :kind, :key, :serving, :rebuilt, :fields
               WHERE (SELECT count(*) FROM recorded.rebuild_difference WHERE rebuild_id = :id) < :most
              """)
          .bind("id", id)
          .bind("kind", comparedKind.word())
          .bind("key", found.key())
          .bind("serving", found.serving())
          .bind("rebuilt", found.rebuilt())
          .bind("fields", found.fields().toArray(String[]::new))
          .bind("most", SAMPLE)
          .execute();
    }
    Kind next = page.full() ? comparedKind : comparedKind.next();
    update(
        handle
            .createUpdate(
                """
                UPDATE recorded.rebuild
                   SET compared_kind = :kind, compared_key = :key, compared = CAST(:counts AS jsonb), state = :state,
                       switch = switch AND NOT :look
                 WHERE rebuild_id = :id
                """)
            .bind("id", id)
            .bind("kind", next == null ? comparedKind.word() : next.word())
            .bind("key", page.full() ? page.last() : null)
            .bind("counts", json(page.counts()))
            .bind("state", next == null ? "ready" : "comparing")
            .bind("look", next == null && documentsDiffer(page.counts())));
  }

  static boolean documentsDiffer(Counts counts) {
    Rebuild.Tally documents = counts.of(Kind.DOCUMENT);
    return documents.onlyServing() + documents.different() > 0;
  }

  /** Why there is no progress; a number of words, none of notes. */
  void fail(Handle handle, String problem, String todo) {
    handle
        .createUpdate(
            "UPDATE recorded.rebuild SET problem = :problem, todo = :todo WHERE rebuild_id = :id")
        .bind("id", id)
        .bind("problem", problem)
        .bind("todo", todo)
        .execute();
  }

  private static RebuildRow of(ResultSet row) throws SQLException {
    return new RebuildRow(
        row.getLong("rebuild_id"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("switch"),
        Kind.of(row.getString("compared_kind")),
        row.getString("compared_key"),
        counts(row.getString("compared")));
  }

  static Counts counts(String json) {
    try {
      return json.equals("{}") ? Counts.NONE : JSON.readValue(json, Counts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row was not written by us", e);
    }
  }

  private static String json(Counts counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of numbers can be written", e);
    }
  }
}
