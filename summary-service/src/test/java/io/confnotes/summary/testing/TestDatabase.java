package io.confnotes.summary.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.embedded.TestServers;
import io.confnotes.summary.store.database.Migration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database of its own for a test. */
public record TestDatabase(Database database, DataSource dataSource, Jdbi jdbi) {
  private static final String WRONG_COUNTS =
      """
      SELECT tag || ' ' || period
        FROM (SELECT tag, period, count(*) AS talks FROM derived.counted_talk GROUP BY tag, period) AS counted
        FULL JOIN derived.talk_count AS kept USING (tag, period)
       WHERE counted.talks IS DISTINCT FROM kept.talks
      UNION ALL
      SELECT kind || ' ' || slug
        FROM derived.recounted_name AS counted
        FULL JOIN derived.name_count AS kept USING (kind, slug)
       WHERE (counted.name, counted.handle, counted.day, counted.talks)
               IS DISTINCT FROM (kept.name, kept.handle, kept.day, kept.talks)
      """;

  /** Migrated once; the databases of tests are copies of it, which takes a fraction of the time. */
  private static final class Original {
    static final Database DATABASE = migrate(TestServers.get().newDatabase());

    private static Database migrate(Database database) {
      Migration.flyway(database.url(), database.owner(), database.ownerPassword()).migrate();
      return database;
    }
  }

  public static TestDatabase migrated() {
    Database database = TestServers.get().newCopyOf(Original.DATABASE);
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.ownerPassword());
    dataSource.setConnectTimeout(5);
    dataSource.setSocketTimeout(10);
    return new TestDatabase(database, dataSource, jdbi(dataSource));
  }

  public static Jdbi jdbi(DataSource dataSource) {
    return Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
  }

  /**
   * Every row of schema {@code derived}, but for the id that the brokers gave the topic. The counts
   * among them are those of the other rows.
   */
  public String derivedRows() {
    assertThat(strings(WRONG_COUNTS)).isEmpty();
    return rows("derived")
        .lines()
        .map(line -> line.replaceAll("\"topic_id\":\"[^\"]*\"", ""))
        .collect(Collectors.joining("\n"));
  }

  /** Every row of every table of a schema as JSON, in a fixed order. */
  public String rows(String schema) {
    return jdbi.withHandle(
        handle -> {
          List<String> tables =
              handle
                  .createQuery(
                      "SELECT tablename FROM pg_tables WHERE schemaname = :schema ORDER BY 1")
                  .bind("schema", schema)
                  .mapTo(String.class)
                  .list();
          return tables.stream()
              .map(
                  table ->
                      handle
                          .createQuery(
                              "SELECT coalesce(string_agg(row, E'\\n' ORDER BY row COLLATE \"C\"), '') FROM"
                                  + " (SELECT '%2$s ' || to_jsonb(t)::text AS row FROM %1$s.%2$s t) AS rows"
                                      .formatted(schema, table))
                          .mapTo(String.class)
                          .one())
              .collect(Collectors.joining("\n"));
        });
  }

  public long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(long.class).one());
  }

  public List<String> strings(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
