package io.confnotes.summary.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.embedded.TestServers;
import io.confnotes.summary.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
class MigrationIT {

  @Test
  void shouldMigrateEmptyDatabaseOnce() {
    // Given
    Database database = TestServers.get().newDatabase();

    // When
    int first = Migration.run(database.url(), database.owner(), database.ownerPassword());
    int second = Migration.run(database.url(), database.owner(), database.ownerPassword());

    // Then
    assertThat(first).isZero();
    assertThat(second).isZero();
    assertThat(new io.confnotes.summary.store.Database(owner(database)).check())
        .isEqualTo(
            new io.confnotes.summary.store.Database.Well(
                io.confnotes.summary.store.Database.SCHEMA_VERSION, 0, false));
  }

  @Test
  void shouldRefuseSchemaOfSomebodyElse() {
    // Given
    Database database = TestServers.get().newDatabase();
    owner(database)
        .useHandle(
            handle -> handle.execute("CREATE SCHEMA derived CREATE TABLE precious (id integer)"));

    // When
    int status = Migration.run(database.url(), database.owner(), database.ownerPassword());

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(
            owner(database)
                .<Long, RuntimeException>withHandle(
                    handle ->
                        handle
                            .createQuery("SELECT count(*) FROM derived.precious")
                            .mapTo(Long.class)
                            .one()))
        .isZero();
  }

  @Test
  void shouldTellWhatToDoBeforeMigration() {
    // Given
    Database database = TestServers.get().newDatabase();

    // When
    var check = new io.confnotes.summary.store.Database(owner(database)).check();

    // Then
    assertThat(check)
        .isEqualTo(
            new io.confnotes.summary.store.Database.Unwell(
                "the database has no tables yet", "run summary-service migrate"));
  }

  @Test
  void shouldLetReaderReadViewsAndNothingElse() {
    // Given
    Database database = TestDatabase.migrated().database();
    Jdbi reader = Jdbi.create(database.url(), database.reader(), database.readerPassword());

    // When
    long talks =
        reader.withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM api.talk").mapTo(long.class).one());

    // Then
    assertThat(talks).isZero();
    for (String sql :
        java.util.List.of(
            "SELECT * FROM derived.talk",
            "SELECT * FROM recorded.submission",
            "DELETE FROM api.talk")) {
      Assertions.assertThrows(
          JdbiException.class, () -> reader.useHandle(handle -> handle.execute(sql)), sql);
    }
  }

  private static Jdbi owner(Database database) {
    return Jdbi.create(database.url(), database.owner(), database.ownerPassword());
  }
}
