package io.confnotes.benchmarks.load.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The indexes of the tables that are filled, which are made when they are full in a fraction of the
 * time, and all that summary-service derives from their rows and records of them.
 */
final class Completion {

  private static final Map<String, String> DERIVED = new LinkedHashMap<>();

  static {
    DERIVED.put(
        "speakers of notes",
        """
        INSERT INTO derived.talk_notes_speaker (talk_notes_id, ordinal, slug, name)
        SELECT n.talk_notes_id, s.ordinal, s.slug, s.name
          FROM derived.talk_speaker s JOIN derived.talk_notes n USING (talk_id)
        """);
    DERIVED.put(
        "tags of notes",
        """
        INSERT INTO derived.talk_notes_tag (talk_notes_id, slug, name, score)
        SELECT n.talk_notes_id, g.slug, g.name, g.score
          FROM derived.talk_tag g JOIN derived.talk_notes n USING (talk_id)
        """);
    DERIVED.put(
        "assignments",
        """
        INSERT INTO recorded.talk_assignment (talk_notes_id, talk_id)
        SELECT talk_notes_id, talk_id FROM derived.talk_notes
        """);
    DERIVED.put(
        "revisions",
        """
        INSERT INTO recorded.revision (document_id, log_offset, revision, submission_id, submitted_at)
        SELECT d.document_id, h.log_offset, d.revision, d.submission_id, d.submitted_at
          FROM derived.document d JOIN derived.document_head h USING (document_id)
        """);
    DERIVED.put(
        "submissions",
        """
        INSERT INTO recorded.submission (submission_id, document_id, revision, state, submitted_at, processed_at,
                                         log_partition, log_offset, talks)
        SELECT d.submission_id, d.document_id, d.revision, 'stored', d.submitted_at, d.submitted_at + interval '1 second',
               0, h.log_offset, n.talks
          FROM derived.document d
          JOIN derived.document_head h USING (document_id)
          JOIN (SELECT document_id,
                       jsonb_agg(jsonb_build_object('talkNotesId', talk_notes_id, 'talkId', talk_id) ORDER BY ordinal) AS talks
                  FROM derived.talk_notes GROUP BY document_id) AS n USING (document_id)
        """);
    DERIVED.put(
        "changes",
        """
        INSERT INTO recorded.talk_change (talk_id, change_id)
        SELECT t.talk_id, h.log_offset + 2 FROM derived.talk t JOIN derived.document_head h USING (document_id)
        """);
    DERIVED.put(
        "the clock of changes",
        """
        UPDATE recorded.change_clock SET last = (SELECT max(change_id) FROM recorded.talk_change)
        """);
    DERIVED.put(
        "counts by time",
        """
        INSERT INTO derived.talk_count (tag, period, talks)
        SELECT tag, period, count(*) FROM derived.counted_talk GROUP BY tag, period
        """);
    DERIVED.put(
        "counts of names",
        """
        INSERT INTO derived.name_count (kind, slug, name, handle, day, talks)
        SELECT kind, slug, name, handle, day, talks FROM derived.recounted_name
        """);
    DERIVED.put("terms", "REFRESH MATERIALIZED VIEW derived.term");
  }

  private final List<String> indexes;

  private Completion(List<String> indexes) {
    this.indexes = indexes;
  }

  /** Drops the indexes that no constraint needs. */
  static Completion dropIndexes(Connection connection) throws SQLException {
    List<String> again = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (var rows =
          statement.executeQuery(
              """
              SELECT indexname, indexdef FROM pg_indexes i
               WHERE schemaname = 'derived'
                 AND tablename IN ('talk', 'talk_notes', 'talk_tag', 'talk_speaker', 'key_point', 'document')
                 AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)
               ORDER BY indexname
              """)) {
        while (rows.next()) {
          drops.add("DROP INDEX derived." + rows.getString(1));
          again.add(rows.getString(2));
        }
      }
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
    return new Completion(again);
  }

  /**
   * Makes everything that is missing.
   *
   * @param progress told what is made next
   */
  void run(Connection connection, Consumer<String> progress) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute("SET maintenance_work_mem = '512MB'");
      statement.execute("SET work_mem = '128MB'");
      for (String index : indexes) {
        progress.accept(index.replaceFirst("CREATE (UNIQUE )?INDEX (\\w+) .*", "index $2"));
        statement.execute(index);
      }
      statement.execute("ANALYZE");
      for (Map.Entry<String, String> derived : DERIVED.entrySet()) {
        progress.accept(derived.getKey());
        statement.execute(derived.getValue());
      }
      progress.accept("statistics");
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }
}
