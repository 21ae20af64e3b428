package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.database.Migration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rebuilt schema is made, takes the place of the serving one and goes, without a trace of its
 * own.
 */
final class RebuiltSchemaIT extends RebuildFixture {
  @Test
  void shouldHaveTheSameDefinitions() throws StoreException {
    // When
    begin(false);

    // Then
    assertThat(definitions("derived_next"))
        .isEqualTo(definitions("derived"))
        .hasSizeGreaterThan(60);
    switchNow();
    assertThat(definitions("derived")).isEqualTo(definitions("derived_old"));
  }

  private void switchNow() throws StoreException {
    to(State.READY);
    store.switchOver(INES);
    to(State.SWITCHED);
  }

  /**
   * Columns, constraints, indexes, views and functions, not triggers, without the name of the
   * schema.
   */
  private List<String> definitions(String schema) {
    return database
        .strings(
            """
            SELECT concat_ws(' ', c.relkind, c.relname, c.relowner::regrole, c.reloptions, a.attnum, a.attname, a.atttypid::regtype,
                             a.attcollation, a.attnotnull, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
              FROM pg_class c
              LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
             WHERE c.relnamespace = '%1$s'::regnamespace
            UNION ALL
            SELECT concat_ws(' ', conname, contype, pg_get_constraintdef(oid)) FROM pg_constraint
             WHERE connamespace = '%1$s'::regnamespace AND contype <> 't'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = '%1$s'
            UNION ALL
            SELECT definition FROM pg_views WHERE schemaname = '%1$s'
            UNION ALL
            SELECT definition FROM pg_matviews WHERE schemaname = '%1$s'
            UNION ALL
            SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = '%1$s'::regnamespace
             ORDER BY 1
            """
                .formatted(schema))
        .stream()
        .map(
            definition ->
                definition
                    .replaceAll("\\bderived(_next|_old)?\\.", "derived.")
                    .replace("::text AS text,", "::text,"))
        .sorted()
        .toList();
  }

  @Test
  void shouldDropWhatItHasBuiltAndWhatItHasReplaced() throws StoreException {
    // Given
    String serving = servingRows();
    begin(false);
    rebuilder.next();

    // When
    Rebuild dropped = store.drop();

    // Then
    assertThat(dropped.state()).isEqualTo(State.STOPPED);
    assertThat(rebuilder.next()).isFalse();
    assertThat(schemas()).containsExactly("derived");
    assertThat(servingRows()).isEqualTo(serving);
    assertThatThrownBy(store::drop)
        .isInstanceOf(ProblemException.class)
        .hasMessage("No rebuild is going on");

    // When
    begin(true);
    to(State.SWITCHED);

    // Then
    assertThat(schemas()).containsExactly("derived", "derived_old");
    assertThat(
            database.strings(
                "SELECT action || ' ' || subject FROM recorded.audit WHERE rebuild_id = (SELECT"
                    + " max(rebuild_id) FROM recorded.rebuild) ORDER BY id"))
        .containsExactly("rebuild-started ines", "rebuild-switched ines");
    assertThat(store.status().oldKept()).isTrue();
    assertThat(store.drop().state()).isEqualTo(State.SWITCHED);
    assertThat(schemas()).containsExactly("derived");
    assertThat(servingRows()).isEqualTo(serving);
  }

  private List<String> schemas() {
    return database.strings(
        "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'derived%' ORDER BY 1");
  }

  @Test
  void shouldRefuseToLeaveSomebodyWithTheOldSchema() throws StoreException {
    // Given
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("CREATE SCHEMA dashboards");
              handle.execute("CREATE VIEW dashboards.titles AS SELECT title FROM derived.talk");
              handle.execute(
                  "CREATE MATERIALIZED VIEW dashboards.names AS SELECT name FROM derived.talk_speaker");
            });
    begin(true);
    to(State.READY);

    // When
    assertThatThrownBy(rebuilder::next).hasMessageContaining("dashboards.names");

    // Then
    assertThat(schemas()).containsExactly("derived", "derived_next");
    database.jdbi().useHandle(handle -> handle.execute("DROP MATERIALIZED VIEW dashboards.names"));
    rebuilder.next();
    assertThat(last().state()).isEqualTo(State.SWITCHED);
    store.drop();
    assertThat(database.count("SELECT count(*) FROM dashboards.titles")).isPositive();
  }

  @Test
  void shouldGiveWayToMigrations() throws StoreException {
    // Given
    begin(true);
    to(State.SWITCHED);
    begin(false);
    rebuilder.next();
    var of = database.database();

    // When what repeats itself is another one
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.schema_history SET checksum = 0 WHERE version IS NULL AND checksum IS NOT NULL"));
    int status = Migration.run(of.url(), of.owner(), of.ownerPassword());

    // Then
    assertThat(status).isZero();
    assertThat(schemas()).containsExactly("derived");
    assertThat(rebuilder.next()).isFalse();
    begin(true);
    to(State.SWITCHED);
    assertThat(servingRows()).contains("Ropes 2");
  }

  @Test
  void shouldEndWhenTablesAreMigratedMeanwhile() throws StoreException {
    // Given
    begin(false);
    rebuilder.next();

    // When
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.schema_history SET installed_rank = 1000 WHERE version = '9'"));
    assertThat(rebuilder.next()).isFalse();

    // Then
    assertThat(last().state()).isEqualTo(State.STOPPED);
    assertThat(last().problem()).contains("migrated");
  }
}
