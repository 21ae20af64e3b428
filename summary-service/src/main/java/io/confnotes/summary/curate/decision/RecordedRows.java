package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON objects, so that what was before a decision can be put back as it was. What is put
 * or removed is written at once and remembered.
 */
final class RecordedRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Handle handle;
  private final Map<String, RowChange> changes = new LinkedHashMap<>();

  RecordedRows(Handle handle) {
    this.handle = handle;
  }

  /** What was changed so far, each row once. */
  List<RowChange> changes() {
    return List.copyOf(changes.values());
  }

  static ObjectNode row() {
    return JSON.createObjectNode();
  }

  /** The row with the key that {@code like} has. */
  @Nullable ObjectNode find(RecordedTable table, ObjectNode like) {
    return handle
        .createQuery(
            "SELECT to_jsonb(t)::text FROM recorded.%s t WHERE %s"
                .formatted(table.sqlName(), isOfKey(table)))
        .bind("row", like.toString())
        .mapTo(String.class)
        .findFirst()
        .map(RecordedRows::parse)
        .orElse(null);
  }

  /** Rows of which a column has a value, by key. */
  List<ObjectNode> where(RecordedTable table, String column, String value) {
    return handle
        .createQuery(
            "SELECT to_jsonb(t)::text FROM recorded.%s t WHERE t.%s::text = :value ORDER BY %s"
                .formatted(table.sqlName(), column, String.join(", ", table.key())))
        .bind("value", value)
        .mapTo(String.class)
        .map(RecordedRows::parse)
        .list();
  }

  /** Inserts a row, or puts it in the place of the one with its key. */
  void put(RecordedTable table, ObjectNode row) {
    ObjectNode before = delete(table, row);
    handle
        .createUpdate(
            """
            INSERT INTO recorded.%1$s
            SELECT * FROM jsonb_populate_record(NULL::recorded.%1$s, CAST(:row AS jsonb))
            """
                .formatted(table.sqlName()))
        .bind("row", row.toString())
        .execute();
    remember(table, row, before, find(table, row));
  }

  /** Removes the row with the key that {@code like} has, if there is one. */
  void remove(RecordedTable table, ObjectNode like) {
    ObjectNode before = delete(table, like);
    if (before != null) {
      remember(table, like, before, null);
    }
  }

  /** Whether a row is still as a change has left it. */
  boolean isCurrent(RowChange change) {
    RecordedTable table = RecordedTable.of(change.table());
    if (change.after() == null) {
      return find(table, change.key()) == null;
    }
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM recorded.%1$s t
                            WHERE %2$s AND t = jsonb_populate_record(NULL::recorded.%1$s, CAST(:row AS jsonb)))
            """
                .formatted(table.sqlName(), isOfKey(table)))
        .bind("row", change.after().toString())
        .mapTo(boolean.class)
        .one();
  }

  /** Makes a row what it was before a change. */
  void revert(RowChange change) {
    RecordedTable table = RecordedTable.of(change.table());
    if (change.before() == null) {
      remove(table, change.key());
    } else {
      put(table, change.before());
    }
  }

  private @Nullable ObjectNode delete(RecordedTable table, ObjectNode like) {
    return handle
        .createQuery(
            "DELETE FROM recorded.%s t WHERE %s RETURNING to_jsonb(t)::text"
                .formatted(table.sqlName(), isOfKey(table)))
        .bind("row", like.toString())
        .mapTo(String.class)
        .findFirst()
        .map(RecordedRows::parse)
        .orElse(null);
  }

  private void remember(
      RecordedTable table,
      ObjectNode like,
      @Nullable ObjectNode before,
      @Nullable ObjectNode after) {
    ObjectNode key = row();
    table.key().forEach(column -> key.set(column, like.get(column)));
    changes.merge(
        table + key.toString(),
        new RowChange(table.sqlName(), key, before, after),
        (first, last) -> new RowChange(first.table(), first.key(), first.before(), last.after()));
  }

  private static String isOfKey(RecordedTable table) {
    String columns = String.join(", ", table.key());
    return "(t.%s) = (SELECT %s FROM jsonb_populate_record(NULL::recorded.%s, CAST(:row AS jsonb)))"
        .formatted(String.join(", t.", table.key()), columns, table.sqlName());
  }

  private static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database writes JSON", e);
    }
  }
}
