package io.confnotes.summary.store.database;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import io.confnotes.summary.store.talk.TalkRows;
import io.confnotes.summary.vocabulary.Vocabularies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Brings the vocabulary that comes with the analyser into the tables, whenever it has changed. It
 * adds what is new there; what a curator has decided stays.
 */
final class VocabularySeed implements JavaMigration {
  private final List<Term> terms = Vocabulary.seed().terms();

  /** None: it is repeatable, and runs after those that have one. */
  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "vocabulary";
  }

  @Override
  public Integer getChecksum() {
    CRC32 checksum = new CRC32();
    checksum.update(terms.toString().getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    Jdbi.create(context.getConnection())
        .installPlugin(new PostgresPlugin())
        .useHandle(
            handle -> {
              WriteLock.alone(handle);
              addTerms(handle);
              addAliases(handle);
              if (isEmpty(handle)) {
                Vocabularies.snapshot(handle);
              }
              TalkRows.refreshTags(handle);
            });
  }

  private void addTerms(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO recorded.canonical AS c (kind, slug, name, count, broader)
            SELECT 'tag', :slug, :name, :count, :broader
             WHERE NOT EXISTS (SELECT FROM recorded.alias WHERE kind = 'tag' AND slug = :slug)
            ON CONFLICT (kind, slug) DO UPDATE
               SET name = excluded.name, count = excluded.count, broader = excluded.broader
             WHERE NOT EXISTS (
               SELECT FROM recorded.curation
                WHERE changes @> jsonb_build_array(jsonb_build_object(
                        'table', 'canonical', 'key', jsonb_build_object('kind', 'tag', 'slug', c.slug))))
            """);
    for (Term term : terms) {
      batch
          .bind("slug", Slug.of(term.name()))
          .bind("name", term.name())
          .bind("count", term.count())
          .bind("broader", term.broader().stream().map(Slug::of).toArray(String[]::new))
          .add();
    }
    batch.execute();
  }

  private void addAliases(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO recorded.alias (kind, slug, name, canonical)
            SELECT 'tag', :slug, :name, :canonical
             WHERE NOT EXISTS (SELECT FROM recorded.canonical WHERE kind = 'tag' AND slug = :slug)
               AND EXISTS (SELECT FROM recorded.canonical WHERE kind = 'tag' AND slug = :canonical)
            ON CONFLICT DO NOTHING
            """);
    for (Term term : terms) {
      for (String alias : term.aliases()) {
        batch
            .bind("slug", Slug.of(alias))
            .bind("name", alias)
            .bind("canonical", Slug.of(term.name()))
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static boolean isEmpty(Handle handle) {
    return handle
        .createQuery("SELECT NOT EXISTS (SELECT FROM recorded.vocabulary)")
        .mapTo(boolean.class)
        .one();
  }
}
