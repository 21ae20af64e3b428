package io.confnotes.summary.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.embedded.TestServers;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.curate.CurationRequest;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.vocabulary.Vocabularies;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
class MigrationIT {
  private static final String STORED_BY_VERSION_1 =
      """
      INSERT INTO derived.document (document_id, revision, submitted_at, media_type, reading_text)
      VALUES ('00000000-0000-0000-0000-000000000001', 'r', now(), 'text/plain', 'k8s');
      INSERT INTO derived.talk_notes (talk_notes_id, talk_id, document_id, ordinal, title, line,
        span_start, span_end, body_start, confidence, language, analyser, sections, search)
      VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003',
        '00000000-0000-0000-0000-000000000001', 0, 'Ropes', 1, 0, 3, 0, 1, 'en', '1', '[]', '');
      INSERT INTO derived.talk (talk_id, title, document_id, ordinal)
      VALUES ('00000000-0000-0000-0000-000000000003', 'Ropes',
        '00000000-0000-0000-0000-000000000001', 0);
      INSERT INTO derived.talk_notes_tag (talk_notes_id, slug, name, score)
      VALUES ('00000000-0000-0000-0000-000000000002', 'k8s', 'k8s', 0.5);
      INSERT INTO derived.talk_tag (talk_id, rank, slug, name, score)
      VALUES ('00000000-0000-0000-0000-000000000003', 1, 'k8s', 'k8s', 0.5);
      """;

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
    assertThat(new io.confnotes.summary.store.database.Database(owner(database)).check())
        .isEqualTo(
            new io.confnotes.summary.store.database.Database.Well(
                io.confnotes.summary.store.database.Database.SCHEMA_VERSION, 0, false));
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
    var check = new io.confnotes.summary.store.database.Database(owner(database)).check();

    // Then
    assertThat(check)
        .isEqualTo(
            new io.confnotes.summary.store.database.Database.Unwell(
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

  @Test
  void shouldGiveTheAnalyserTheVocabularyThatComesWithIt() {
    // Given
    Vocabulary seed = Vocabulary.seed();

    // When
    Vocabulary stored =
        TestDatabase.migrated()
            .jdbi()
            .withHandle(
                handle -> Vocabularies.vocabulary(handle, Vocabularies.revisionInUse(handle)));

    // Then
    assertThat(stored.terms())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("aliases")
        .isEqualTo(seed.terms());
    assertThat(slugs(stored)).isEqualTo(slugs(seed));
  }

  private static Set<String> slugs(Vocabulary vocabulary) {
    return vocabulary.terms().stream()
        .flatMap(term -> Stream.concat(Stream.of(term.name()), term.aliases().stream()))
        .map(Slug::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldMapTagsOfTalksThatVersion1HasStored() {
    // Given
    Database database = TestServers.get().newDatabase();
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.ownerPassword())
        .locations("classpath:db/migration")
        .defaultSchema("recorded")
        .table("schema_history")
        .target("1")
        .load()
        .migrate();
    owner(database).useHandle(handle -> handle.createScript(STORED_BY_VERSION_1).execute());

    // When
    int status = Migration.run(database.url(), database.owner(), database.ownerPassword());

    // Then
    assertThat(status).isZero();
    assertThat(strings(database, "SELECT slug || ' ' || name FROM api.talk_tag"))
        .containsExactly("kubernetes Kubernetes");
    assertThat(strings(database, "SELECT unnest(names) FROM api.talk_search"))
        .containsExactly("tag:kubernetes");
    assertThat(new io.confnotes.summary.store.database.Database(owner(database)).check())
        .isEqualTo(
            new io.confnotes.summary.store.database.Database.Well(
                io.confnotes.summary.store.database.Database.SCHEMA_VERSION, 0, true));
  }

  @Test
  void shouldNameNotesThatAnEarlierVersionStoresAfterTheMigration() {
    // Given
    Database database = TestDatabase.migrated().database();

    // When
    owner(database).useTransaction(handle -> handle.createScript(STORED_BY_VERSION_1).execute());

    // Then
    assertThat(strings(database, "SELECT unnest(names) FROM api.talk_search"))
        .containsExactly("tag:k8s");
  }

  @Test
  void shouldKeepWhatCuratorsDecidedWhenTheVocabularyChanges() {
    // Given
    Database database = TestDatabase.migrated().database();
    new CurationStore(owner(database))
        .decide(
            new CurationRequest(
                "Ines", new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes clusters")),
            new Sender("anonymous", null));
    owner(database)
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        UPDATE recorded.schema_history SET checksum = 0 WHERE version IS NULL AND checksum IS NOT NULL;
                        UPDATE recorded.canonical SET count = 4711 WHERE slug = 'django';
                        """)
                    .execute());

    // When
    Migration.run(database.url(), database.owner(), database.ownerPassword());

    // Then
    assertThat(
            strings(
                database,
                "SELECT name FROM recorded.canonical WHERE slug LIKE 'kubernetes%' ORDER BY slug"
                    + " COLLATE \"C\""))
        .startsWith("Kubernetes clusters")
        .doesNotContain("Kubernetes");
    assertThat(
            strings(
                database,
                "SELECT canonical FROM recorded.alias WHERE slug IN ('k8s', 'kubernetes')"))
        .containsOnly("kubernetes-clusters");
    assertThat(
            strings(database, "SELECT count::text FROM recorded.canonical WHERE slug = 'django'"))
        .doesNotContain("4711");
  }

  private static List<String> strings(Database database, String sql) {
    return owner(database).withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static Jdbi owner(Database database) {
    return Jdbi.create(database.url(), database.owner(), database.ownerPassword())
        .installPlugin(new PostgresPlugin());
  }
}
