package io.confnotes.summary.store.database;

import io.confnotes.summary.decode.Envelope;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * The schema that {@code derived} is rebuilt in, beside the serving one. It is made from what the
 * catalog says of the serving one, so that migrations need not know of it, and the same statements
 * write it. When the two change places, the old one is kept until it is dropped.
 */
public final class RebuiltSchema {
  public static final String NAME = "derived_next";
  public static final String OLD = "derived_old";

  private static final Pattern SERVING = Pattern.compile("\\bderived\\.");

  /**
   * All that makes the schema, in an order that works. Triggers are left out, as they are for
   * services of earlier versions, which do not write it. The search path decides what names without
   * a schema mean: they are written as of {@code derived} and read as of the new one. Strings keep
   * the name {@code derived}, which the new one will have when they count.
   */
  private static final String DEFINITIONS =
      """
      SELECT definition
        FROM (SELECT 1, c.oid, format('CREATE TABLE derived_next.%I (LIKE derived.%I INCLUDING DEFAULTS INCLUDING GENERATED'
                                      ' INCLUDING IDENTITY INCLUDING STORAGE INCLUDING COMPRESSION INCLUDING COMMENTS)%s',
                                      c.relname, c.relname,
                                      ' WITH (' || array_to_string(c.reloptions, ', ') || ')')
                FROM pg_class c WHERE c.relnamespace = 'derived'::regnamespace AND c.relkind = 'r'
              UNION ALL
              SELECT 2, a.attrelid, format('ALTER TABLE derived_next.%I ALTER COLUMN %I SET STATISTICS %s', c.relname,
                                           a.attname, a.attstattarget)
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
               WHERE c.relnamespace = 'derived'::regnamespace AND c.relkind = 'r' AND a.attstattarget >= 0 AND a.attnum > 0
                 AND NOT a.attisdropped
              UNION ALL
              SELECT 2, p.oid, regexp_replace(pg_get_functiondef(p.oid), '(FUNCTION )derived\\.', '\\1derived_next.')
                FROM pg_proc p WHERE p.pronamespace = 'derived'::regnamespace
              UNION ALL
              SELECT CASE n.contype WHEN 'f' THEN 5 ELSE 3 END, n.oid,
                     format('ALTER TABLE derived_next.%I ADD CONSTRAINT %I %s', c.relname, n.conname,
                            pg_get_constraintdef(n.oid))
                FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid
               WHERE n.connamespace = 'derived'::regnamespace AND n.contype NOT IN ('n', 't')
              UNION ALL
              SELECT 7 - CAST(t.relkind = 'r' AS integer) * 3, c.oid,
                     regexp_replace(pg_get_indexdef(c.oid), ' ON derived\\.', ' ON derived_next.')
                FROM pg_class c
                JOIN pg_index i ON i.indexrelid = c.oid
                JOIN pg_class t ON t.oid = i.indrelid
               WHERE c.relnamespace = 'derived'::regnamespace
                 AND NOT EXISTS (SELECT FROM pg_constraint n WHERE n.conindid = c.oid AND n.contype IN ('p', 'u', 'x'))
              UNION ALL
              SELECT 6, c.oid, format('CREATE %s derived_next.%I AS %s%s',
                                      CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, c.relname,
                                      rtrim(pg_get_viewdef(c.oid), ';'),
                                      CASE c.relkind WHEN 'm' THEN ' WITH NO DATA' END)
                FROM pg_class c WHERE c.relnamespace = 'derived'::regnamespace AND c.relkind IN ('v', 'm')
             ) AS definitions (place, oid, definition)
       ORDER BY place, oid
      """;

  /** Views elsewhere that read the serving schema: they would go on with the old one. */
  private static final String READERS =
      """
      SELECT DISTINCT format('CREATE OR REPLACE VIEW %I.%I%s AS %s', n.nspname, c.relname,
                             ' WITH (' || array_to_string(c.reloptions, ', ') || ')', pg_get_viewdef(c.oid))
        FROM pg_depend d
        JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
        JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname <> 'derived'
       WHERE d.refclassid = 'pg_class'::regclass
         AND (SELECT relnamespace FROM pg_class WHERE oid = d.refobjid) = 'derived'::regnamespace
      """;

  /** What is elsewhere and still needs the old schema. */
  private static final String LEFT =
      """
      SELECT DISTINCT pg_describe_object(user_class, user_id, 0)
        FROM (SELECT CASE WHEN r.oid IS NULL THEN d.classid ELSE 'pg_class'::regclass END AS user_class,
                     coalesce(r.ev_class, d.objid) AS user_id, d.refclassid, d.refobjid
                FROM pg_depend d
                LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
               WHERE d.classid IN ('pg_rewrite'::regclass, 'pg_proc'::regclass)
                 AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass)) AS used
       WHERE coalesce((SELECT relnamespace FROM pg_class WHERE refclassid = 'pg_class'::regclass AND oid = refobjid),
                      (SELECT pronamespace FROM pg_proc WHERE refclassid = 'pg_proc'::regclass AND oid = refobjid))
             = 'derived_old'::regnamespace
         AND coalesce((SELECT relnamespace FROM pg_class WHERE user_class = 'pg_class'::regclass AND oid = user_id),
                      (SELECT pronamespace FROM pg_proc WHERE user_class = 'pg_proc'::regclass AND oid = user_id))
             <> 'derived_old'::regnamespace
      """;

  private RebuiltSchema() {}

  /** What is done in it. */
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Does something on a handle, whose statements mean the rebuilt schema by {@code derived}. */
  public static <E extends Exception> void in(Handle handle, Work<E> work) throws E {
    SqlStatements statements = handle.getConfig(SqlStatements.class);
    TemplateEngine before = statements.getTemplateEngine();
    statements.setTemplateEngine(
        (sql, context) -> SERVING.matcher(before.render(sql, context)).replaceAll(NAME + "."));
    try {
      work.run();
    } finally {
      statements.setTemplateEngine(before);
    }
  }

  /** Makes it, empty: tables, keys, indexes, views and functions of the names that they have. */
  public static void create(Handle handle) {
    handle.execute("CREATE SCHEMA derived_next");
    handle.execute("SET LOCAL search_path = derived");
    List<String> definitions = strings(handle, DEFINITIONS);
    handle.execute("SET LOCAL search_path = derived_next");
    definitions.forEach(definition -> execute(handle, definition));
    handle.execute("SET LOCAL search_path = DEFAULT");
  }

  /** Whether there is such a schema: it, or the old one. */
  public static boolean exists(Handle handle, String schema) {
    return handle
        .createQuery("SELECT to_regnamespace(:schema) IS NOT NULL")
        .bind("schema", schema)
        .mapTo(boolean.class)
        .one();
  }

  /** Lets a record be read again that was applied only now, and those behind it. */
  public static void readAgain(Handle handle, String topicId, Envelope envelope) {
    if (exists(handle, NAME)) {
      handle
          .createUpdate(
              """
              UPDATE derived_next.progress SET next_offset = least(next_offset, :offset)
               WHERE topic_id = :topicId AND partition = :partition
              """)
          .bind("offset", envelope.offset())
          .bind("topicId", topicId)
          .bind("partition", envelope.partition())
          .execute();
    }
  }

  /** Drops it and the old one, as far as they are there. */
  public static void drop(Handle handle) {
    handle.execute("DROP SCHEMA IF EXISTS derived_next CASCADE");
    handle.execute("DROP SCHEMA IF EXISTS derived_old CASCADE");
  }

  /**
   * Puts it in the place of the serving schema, with the views that read it. No grant changes.
   *
   * @throws IllegalStateException where something else needs the serving schema, which would go on
   *     with the old one
   */
  public static void takePlace(Handle handle) {
    // Names are then written with their schema
    handle.execute("SET LOCAL search_path = pg_catalog");
    List<String> readers = strings(handle, READERS);
    handle.execute("ALTER SCHEMA derived RENAME TO derived_old");
    handle.execute("ALTER SCHEMA derived_next RENAME TO derived");
    readers.forEach(view -> execute(handle, view));
    List<String> left = strings(handle, LEFT);
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "of schema derived there is also use by " + String.join(", ", left));
    }
    handle.execute("SET LOCAL search_path = DEFAULT");
  }

  private static List<String> strings(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).list();
  }

  /** A definition as it stands: it has no parameters, and may have what looks like one. */
  private static void execute(Handle handle, String definition) {
    try (var statement = handle.getConnection().createStatement()) {
      statement.execute(definition);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }
}
