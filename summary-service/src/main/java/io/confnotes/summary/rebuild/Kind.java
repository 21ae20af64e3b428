package io.confnotes.summary.rebuild;

import io.confnotes.summary.store.database.RebuiltSchema;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: things of one kind have rows in some tables, by which they are found.
 *
 * @param key the column that says whose rows they are
 * @param keyType its type
 * @param roots tables of which one at least has rows of each thing
 * @param tables all that have the column
 * @param ofNotes those that lead to it by their talk notes
 */
record Kind(
    String word,
    String key,
    String keyType,
    List<String> roots,
    List<String> tables,
    List<String> ofNotes) {
  static final Kind DOCUMENT =
      new Kind(
          "document",
          "document_id",
          "uuid",
          List.of("document", "document_head"),
          List.of("document", "document_head"),
          List.of());
  static final Kind TALK =
      new Kind(
          "talk",
          "talk_id",
          "uuid",
          List.of("talk", "talk_notes"),
          List.of("talk", "talk_speaker", "talk_tag", "talk_notes"),
          List.of("talk_notes_speaker", "talk_notes_tag", "key_point"));
  static final Kind TAG =
      new Kind("tag", "tag", "text", List.of("talk_count"), List.of("talk_count"), List.of());

  static final Kind NAME =
      new Kind("name", "slug", "text", List.of("name_count"), List.of("name_count"), List.of());

  private static final List<Kind> ALL = List.of(DOCUMENT, TALK, TAG, NAME);

  static Kind of(String word) {
    return ALL.stream().filter(kind -> kind.word.equals(word)).findFirst().orElseThrow();
  }

  /** The one that is compared after it, if any. */
  @Nullable Kind next() {
    int next = ALL.indexOf(this) + 1;
    return next == ALL.size() ? null : ALL.get(next);
  }

  /**
   * A query for each thing of a page and each of its tables: how many rows there are on either
   * side, and whether they differ. It takes {@code most} things, and those behind {@code after} if
   * that is not null.
   */
  String page(@Nullable String after) {
    return "WITH k AS MATERIALIZED ("
        + keys(after)
        + ") SELECT key, name, serving, rebuilt, differs FROM ("
        + Stream.concat(
                tables.stream().map(table -> rows(table, schema -> "x.%s = k.key".formatted(key))),
                ofNotes.stream().map(table -> rows(table, this::ofTheNotes)))
            .collect(Collectors.joining(" UNION ALL "))
        + ") AS compared ORDER BY key, name";
  }

  private String ofTheNotes(String schema) {
    return "x.talk_notes_id IN (SELECT talk_notes_id FROM %s.talk_notes WHERE %s = k.key)"
        .formatted(schema, key);
  }

  private String keys(@Nullable String after) {
    String behind = after == null ? "" : "WHERE %s > CAST(:after AS %s)".formatted(key, keyType);
    return roots.stream()
        .flatMap(
            table -> Stream.of("derived", RebuiltSchema.NAME).map(schema -> schema + "." + table))
        .map(
            table ->
                "(SELECT DISTINCT %s AS key FROM %s %s ORDER BY 1 LIMIT :most)"
                    .formatted(key, table, behind))
        .collect(
            Collectors.joining(
                " UNION ", "SELECT key FROM (", ") AS keys ORDER BY key LIMIT :most"));
  }

  private static String rows(String table, UnaryOperator<String> condition) {
    return """
    SELECT k.key, '%1$s' AS name, s.rows AS serving, r.rows AS rebuilt, s.digest IS DISTINCT FROM r.digest AS differs
      FROM k
     CROSS JOIN LATERAL (SELECT count(*) AS rows, md5(string_agg(x::text, E'\\n' ORDER BY x::text COLLATE "C")) AS digest
                           FROM derived.%1$s x WHERE %2$s) AS s
     CROSS JOIN LATERAL (SELECT count(*) AS rows, md5(string_agg(x::text, E'\\n' ORDER BY x::text COLLATE "C")) AS digest
                           FROM derived_next.%1$s x WHERE %3$s) AS r
    """
        .formatted(table, condition.apply("derived"), condition.apply(RebuiltSchema.NAME));
  }

  /** A query for the columns in which the one row that a {@code :key} has in a table differs. */
  String columns(String table) {
    return """
    SELECT '%2$s.' || s.key
      FROM (SELECT CAST(:key AS %1$s) AS key) AS k
     CROSS JOIN LATERAL (SELECT f.* FROM derived.%2$s x, jsonb_each(to_jsonb(x)) AS f WHERE x.%3$s = k.key) AS s
     CROSS JOIN LATERAL (SELECT f.* FROM derived_next.%2$s x, jsonb_each(to_jsonb(x)) AS f WHERE x.%3$s = k.key) AS r
     WHERE s.key = r.key AND s.value <> r.value
     ORDER BY 1
    """
        .formatted(keyType, table, key);
  }
}
