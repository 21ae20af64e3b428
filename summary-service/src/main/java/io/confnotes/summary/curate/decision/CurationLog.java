package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.access.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The decisions that were made, with what they changed. They are numbered in their order. */
public final class CurationLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String COLUMNS =
      """
      SELECT c.curation_id, c.curated_at, c.curator, c.action, c.talks, c.changes,
             (SELECT count(*) FROM derived.pending_talk p WHERE p.curation_id = c.curation_id) AS talks_pending,
             u.curation_id AS undone_by
        FROM recorded.curation c
        LEFT JOIN recorded.curation u ON u.undoes = c.curation_id
      """;

  private CurationLog() {}

  /**
   * What a decision changed.
   *
   * @param id of the decision
   */
  public record Changed(long id, List<RowChange> changes) {}

  /**
   * Adds a decision.
   *
   * @param curator who decided, as the history shows it
   * @param talks how many talks it changes
   * @return its id
   */
  public static long add(
      Handle handle,
      String curator,
      Sender sender,
      Action action,
      int talks,
      List<RowChange> changes) {
    return handle
        .createQuery(
            """
            INSERT INTO recorded.curation (curator, subject, token_id, action, undoes, talks, changes)
            VALUES (:curator, :subject, :tokenId, CAST(:action AS jsonb), :undoes, :talks,
                    CAST(:changes AS jsonb))
            RETURNING curation_id
            """)
        .bind("curator", curator)
        .bind("subject", sender.subject())
        .bind("tokenId", sender.tokenId())
        .bind("action", json(action))
        .bind("undoes", action instanceof Action.Undo undo ? undo.curation() : null)
        .bind("talks", talks)
        .bind("changes", json(changes))
        .mapTo(long.class)
        .one();
  }

  /**
   * One decision, with what it changed.
   *
   * @throws io.confnotes.summary.http.ProblemException if there is none
   */
  public static Curation get(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + "WHERE c.curation_id = :id")
        .bind("id", id)
        .map((row, context) -> curation(row, true))
        .findFirst()
        .orElseThrow(() -> Problems.unknownCuration(id));
  }

  /** Decisions before one, the newest first, without what they changed. */
  public static List<Curation> before(Handle handle, long id, int most) {
    return handle
        .createQuery(
            COLUMNS + "WHERE c.curation_id < :before ORDER BY c.curation_id DESC LIMIT :most")
        .bind("before", id)
        .bind("most", most)
        .map((row, context) -> curation(row, false))
        .list();
  }

  /** What the first decision after one changed; empty where there is no later one. */
  public static Optional<Changed> firstAfter(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT curation_id, changes FROM recorded.curation
             WHERE curation_id > :after ORDER BY curation_id LIMIT 1
            """)
        .bind("after", id)
        .map(
            (row, context) ->
                new Changed(
                    row.getLong("curation_id"),
                    parse(row.getString("changes"), new TypeReference<List<RowChange>>() {})))
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
