package io.confnotes.summary.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.reanalyse.ReanalysisStore;
import io.confnotes.summary.rebuild.RebuildStore;
import io.confnotes.summary.store.database.Database;
import io.confnotes.summary.testing.TestDatabase;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
final class DatabaseReadinessIT {
  private static final Sender OPERATOR = new Sender("ola", null);

  private final Jdbi jdbi = TestDatabase.migrated().jdbi();
  private final ReanalysisStore reanalyses = new ReanalysisStore(jdbi);
  private final RebuildStore rebuilds = new RebuildStore(jdbi);

  private Map<String, Object> told() {
    return new DatabaseReadiness(new Database(jdbi), reanalyses, rebuilds, new CurationStore(jdbi))
        .call()
        .getData()
        .orElseThrow();
  }

  @Test
  void shouldTellHowFarAReanalysisIsWhileItRuns() {
    assertThat(told()).doesNotContainKey("reanalysis").containsEntry("analysis", "up to date");

    reanalyses.start(true, OPERATOR);
    assertThat(told())
        .containsEntry("reanalysis", "dry run, documents looked at: 0, talks changed: 0");

    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE recorded.reanalysis SET dry_run = false, documents = 1234, talks_changed = 7"));
    assertThat(told())
        .containsEntry("reanalysis", "running, documents looked at: 1,234, talks changed: 7");

    reanalyses.stop(OPERATOR);
    assertThat(told()).doesNotContainKey("reanalysis");
  }

  @Test
  void shouldTellHowManyTalksAreToFollowDecisions() {
    assertThat(told()).doesNotContainKey("curation");

    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO derived.pending_talk SELECT gen_random_uuid(), 1 FROM generate_series(1, 1200)"));

    assertThat(told()).containsEntry("curation", "talks that are still to follow decisions: 1,200");
  }

  @Test
  void shouldTellHowFarARebuildIsUntilItsEnd() {
    assertThat(told()).doesNotContainKey("rebuild");

    rebuilds.start(false, OPERATOR);
    assertThat(told()).containsEntry("rebuild", "building");

    for (String schema : new String[] {"derived", "derived_next"}) {
      int offset = schema.equals("derived") ? 200 : 87;
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "INSERT INTO %s.progress (topic_id, partition, next_offset) VALUES ('t', 0, %d)"
                      .formatted(schema, offset)));
    }
    assertThat(told()).containsEntry("rebuild", "building, 43 %");

    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE recorded.rebuild SET state = 'ready', problem = 'it rains', todo = 'wait'"));
    assertThat(told()).containsEntry("rebuild", "ready to be switched to: it rains, wait");

    rebuilds.drop();
    assertThat(told()).doesNotContainKey("rebuild");
  }

  @Test
  void shouldStayReadyWhereItCannotTellHowFarARebuildIs() {
    rebuilds.start(false, OPERATOR);
    jdbi.useHandle(handle -> handle.execute("DROP TABLE derived_next.progress CASCADE"));

    assertThat(told()).doesNotContainKey("rebuild").containsEntry("analysis", "up to date");
  }
}
