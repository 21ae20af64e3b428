package io.confnotes.query.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGStatement;

/**
 * Plans of the statements that requests run, among 100,000 talks: each is explained on the
 * connection that is about to run it, with the values and settings that it has there.
 */
@QuarkusTest
@Tag("containers")
@QuarkusTestResource(value = QueryPlansIT.ManyTalks.class, restrictToAnnotatedClass = true)
final class QueryPlansIT {

  private static final int TALKS = 100_000;

  private static final String TALK = "/talks/00000000-0000-4000-8000-000000050000";
  private static final String DOCUMENT = "/documents/00000000-0000-4000-8000-000000050000";

  /**
   * Talks of many years, ten a document and a hundred an event. "everywhere" is in the notes of
   * all, "often" of every third, "seldom" of every thousandth; tag and speaker 0 are those of a
   * twentieth and a hundredth of them.
   */
  public static final class ManyTalks implements QuarkusTestResourceLifecycleManager {
    private static final String SQL =
        """
        CREATE FUNCTION pg_temp.id(i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
        RETURN CAST('00000000-0000-4000-8000-' || lpad(CAST(i AS text), 12, '0') AS uuid);
        CREATE TEMPORARY TABLE made AS
        SELECT i, pg_temp.id(i) AS id, pg_temp.id(i - i % 10) AS document, i % 10 AS ordinal,
               DATE '1990-01-01' + i / 10 AS day, 'event-' || i / 100 AS event,
               'speaker-' || CASE WHEN i % 100 = 0 THEN 0 ELSE i % 30000 END AS speaker,
               'tag-' || CASE WHEN i % 20 = 0 THEN 0 ELSE i % 900 END AS tag,
               'Title ' || md5(CAST(i AS text)) AS title,
               'everywhere ' || CASE WHEN i % 3 = 0 THEN 'often ' ELSE '' END
                 || CASE WHEN i % 1000 = 0 THEN 'seldom ' ELSE '' END || md5(CAST(-i AS text)) AS notes
          FROM generate_series(0, :talks - 1) AS i;
        INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at)
        SELECT id, 'r', 1, day FROM made WHERE ordinal = 0;
        INSERT INTO recorded.revision (document_id, log_offset, revision, submission_id, submitted_at)
        SELECT id, 1, 'r', id, day FROM made WHERE ordinal = 0;
        INSERT INTO derived.document (document_id, revision, submission_id, submitted_at, media_type, event, event_slug,
                                      date_start, date_end, reading_text)
        SELECT id, 'r', id, day, 'text/plain', event, event, day, day, notes FROM made WHERE ordinal = 0;
        INSERT INTO derived.talk (talk_id, title, event, event_slug, date_start, date_end, document_id, ordinal)
        SELECT id, title, event, event, day, day, document, ordinal FROM made;
        INSERT INTO derived.talk_speaker (talk_id, ordinal, slug, name) SELECT id, 0, speaker, speaker FROM made;
        INSERT INTO derived.talk_tag (talk_id, rank, slug, name, score)
        SELECT id, 1, tag, tag, 0.5 FROM made
         UNION ALL
        SELECT id, 2, 'area-' || i % 50, 'area-' || i % 50, 0.4 FROM made;
        INSERT INTO derived.talk_notes (talk_notes_id, talk_id, document_id, ordinal, title, line, span_start, span_end,
                                        body_start, confidence, language, analyser, sections, search, head, day, names)
        SELECT id, id, document, ordinal, title, 1, 0, length(notes), 0, 1, 'en', '1',
               -- As wide as rows of notes are
               jsonb_build_array(jsonb_build_object(
                 'title', (SELECT string_agg(md5(title || n), '') FROM generate_series(1, 10) AS n),
                 'level', 1, 'span', jsonb_build_object('start', 0, 'end', 1))),
               search, ts_filter(search, '{a,b}'), day,
               (SELECT k.names FROM derived.talk_names k WHERE k.talk_id = made.id)
          FROM made,
               LATERAL (SELECT setweight(to_tsvector('english', title || ' ' || speaker), 'A')
                               || setweight(to_tsvector('english', notes), 'D') AS search) AS vector;
        INSERT INTO derived.key_point (talk_notes_id, rank, text, span_start, span_end, score)
        SELECT id, 1, notes, 0, 10, 0.5 FROM made;
        INSERT INTO derived.talk_count (tag, period, talks)
        SELECT tag, period, count(*) FROM derived.counted_talk GROUP BY tag, period;
        INSERT INTO derived.name_count (kind, slug, name, handle, day, talks)
        SELECT kind, slug, name, handle, day, talks FROM derived.recounted_name;
        INSERT INTO recorded.talk_change (talk_id, change_id) SELECT id, i + 2 FROM made;
        UPDATE recorded.change_clock SET last = :talks + 1;
        INSERT INTO recorded.submission (submission_id, document_id, revision, state, submitted_at, processed_at,
                                         log_partition, log_offset)
        SELECT id, id, 'r', 'stored', day, day, 0, i FROM made WHERE ordinal = 0;
        REFRESH MATERIALIZED VIEW derived.term;
        """;

    @Override
    public Map<String, String> start() {
      Database database = QueryDatabase.migrated();
      Jdbi.create(database.url(), database.owner(), database.ownerPassword())
          .useHandle(
              handle -> {
                handle.createScript(SQL.replace(":talks", Integer.toString(TALKS))).execute();
                handle.execute("VACUUM ANALYZE");
              });
      return Map.of(
          "confnotes.database.url", database.url(),
          "confnotes.database.username", database.reader(),
          "confnotes.database.password", database.readerPassword());
    }

    @Override
    public void stop() {}
  }

  private static final Pattern SCAN =
      Pattern.compile("Seq Scan on (talk|talk_notes|talk_speaker|talk_tag|key_point|document)\\b");

  private static final Pattern WALK =
      Pattern.compile("Scan (?:Backward )?using talk_by_(oldest|newest|date)\\b");

  /** A statement that was run, and how. */
  private record Explained(String sql, String plan) {
    boolean scans() {
      return SCAN.matcher(plan).find();
    }

    boolean walksByDate() {
      return WALK.matcher(plan).find();
    }
  }

  @Inject io.confnotes.query.database.Database database;

  private final List<Explained> explained = new CopyOnWriteArrayList<>();

  @BeforeEach
  void explainWhatIsRun() {
    log(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            explain(context);
          }
        });
  }

  @AfterEach
  void explainNoMore() {
    log(SqlLogger.NOP_SQL_LOGGER);
  }

  private void log(SqlLogger logger) {
    Jdbi jdbi = database.read(Handle::getJdbi);
    jdbi.getConfig(SqlStatements.class).setSqlLogger(logger);
  }

  private void explain(StatementContext context) {
    try {
      String sql = context.getStatement().unwrap(PGStatement.class).toString();
      if (!sql.stripLeading().matches("(?s)(SELECT|WITH)\\b.*")) {
        return;
      }
      Connection connection = context.getConnection();
      StringBuilder plan = new StringBuilder();
      try (Statement statement = connection.createStatement();
          ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      explained.add(new Explained(sql, plan.toString()));
    } catch (SQLException e) {
      throw new IllegalStateException("A statement cannot be explained", e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/talks",
        "/talks?limit=200&sort=date",
        "/talks?sort=-date",
        "/talks?tag=tag-0",
        "/talks?tag=tag-77",
        "/talks?speaker=speaker-77",
        "/talks?event=event-77",
        "/talks?from=2001&to=2002",
        "/talks?q=everywhere",
        "/talks?q=often",
        "/talks?q=seldom",
        "/talks?q=nowhere",
        "/talks?q=everywhere -seldom",
        "/talks?q=-everywhere",
        "/talks?q=\"everywhere often\"",
        "/talks?q=everywhere or seldom",
        "/talks?q=speaker-77",
        "/talks?q=everywhere tag:tag-7",
        "/talks?q=seldom -tag:tag-0",
        "/talks?q=everywhere speaker:speaker-77",
        "/talks?q=everywhere event:event-77",
        "/talks?q=often after:2004",
        "/talks?q=everywere",
        "/talks/facets",
        "/talks/facets?q=everywhere",
        "/talks/facets?q=seldom",
        "/talks/facets?tag=tag-0",
        TALK,
        TALK + "/related",
        "/documents",
        "/documents?event=event-77",
        DOCUMENT,
        DOCUMENT + "/text",
        "/submissions",
        "/submissions?state=stored",
        "/suggestions?q=spea",
        "/tags",
        "/tags?sort=name",
        "/tags/tag-77",
        "/tags?speaker=speaker-77",
        "/speakers",
        "/speakers?sort=name",
        "/speakers/speaker-77",
        "/speakers?event=event-77",
        "/events",
        "/events?sort=-dateStart",
        "/events/event-77",
        "/trends/tags?per=year",
        "/trends/tags?per=month&tag=tag-7",
        "/trends/tags/changes",
        "/trends/tags/pairs?tag=tag-77",
        "/trends/tags?per=event&tag=tag-7",
        "/trends/events",
        "/trends/ingest",
      })
  void shouldReadNoTableAsAWhole(String path) {
    // When
    given().get("/api/v1" + path).then().statusCode(200);

    // Then
    assertThat(explained).isNotEmpty().noneMatch(Explained::scans);
  }

  @Test
  void shouldWalkThroughTalksForATagThatManyHave() {
    given().get("/api/v1/talks?tag=tag-0").then().statusCode(200);

    assertThat(explained).anyMatch(Explained::walksByDate);
  }

  @Test
  void shouldSortTheTalksOfATagThatFewHave() {
    given().get("/api/v1/talks?tag=tag-77").then().statusCode(200);

    assertThat(explained).isNotEmpty().noneMatch(Explained::walksByDate);
  }

  @Test
  void shouldRecogniseAScan() {
    // When
    database.read(
        handle ->
            handle
                .createQuery("SELECT count(title) FROM api.talk WHERE title <> :title")
                .bind("title", "none's")
                .mapTo(long.class)
                .one());

    // Then
    assertThat(explained).singleElement().matches(Explained::scans);
  }
}
