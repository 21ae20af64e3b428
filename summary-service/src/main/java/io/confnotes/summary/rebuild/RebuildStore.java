package io.confnotes.summary.rebuild;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.http.Problem;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.rebuild.Comparison.Counts;
import io.confnotes.summary.rebuild.Rebuild.Difference;
import io.confnotes.summary.rebuild.Rebuild.Differences;
import io.confnotes.summary.rebuild.Rebuild.PartitionProgress;
import io.confnotes.summary.rebuild.Rebuild.Progress;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.rebuild.Rebuild.TableRows;
import io.confnotes.summary.store.database.LongTransaction;
import io.confnotes.summary.store.database.RebuiltSchema;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts and stops a rebuild, and tells how far it is. */
@Singleton
public final class RebuildStore {
  /** Files of some hundred gigabytes are gone within. */
  private static final Duration DROPPING = Duration.ofMinutes(1);

  private static final Set<State> GOING_ON = Set.of(State.BUILDING, State.COMPARING, State.READY);

  private final Jdbi jdbi;

  public RebuildStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Starts one, with this build's analyser and the vocabulary in use. What the last one has left is
   * dropped.
   *
   * @param switches whether it takes the place of the serving schema as soon as it is ready
   * @param sender who starts it
   * @throws ProblemException if one is going on, or a re-analysis
   */
  public Rebuild start(boolean switches, Sender sender) {
    clear();
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          requireNone(handle);
          requireNoReanalysis(handle);
          handle
              .createUpdate(
                  """
                  INSERT INTO recorded.rebuild (switch, analyser, migration, curation_id, subject, token_id,
                                                switch_at, switch_subject, switch_token_id)
                  SELECT :switches, :analyser, (SELECT max(installed_rank) FROM recorded.schema_history),
                         (SELECT coalesce(max(curation_id), 0) FROM recorded.curation), :subject, :tokenId,
                         CASE WHEN :switches THEN now() END, CASE WHEN :switches THEN :subject END,
                         CASE WHEN :switches THEN :tokenId END
                  """)
              .bind("switches", switches)
              .bind("analyser", DocumentAnalyser.version(Vocabularies.revisionInUse(handle)))
              .bind("subject", sender.subject())
              .bind("tokenId", sender.tokenId())
              .execute();
          RebuiltSchema.create(handle);
          return Objects.requireNonNull(last(handle));
        });
  }

  /** Drops what the last one has left, while none can be started. */
  private void clear() {
    LongTransaction.run(
        jdbi,
        DROPPING,
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          handle.execute("LOCK TABLE recorded.rebuild IN SHARE ROW EXCLUSIVE MODE");
          requireNone(handle);
          RebuiltSchema.drop(handle);
          return true;
        });
  }

  private static void requireNone(Handle handle) {
    if (isGoingOn(handle)) {
      throw new ProblemException(
          Problem.of(
              "rebuild-running",
              "A rebuild is going on",
              409,
              "GET /api/v1/rebuild tells how far it is, DELETE ends it."));
    }
  }

  /** Whether one is going on, so that nobody may change what all talks are analysed with. */
  public static boolean isGoingOn(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM recorded.rebuild WHERE state IN ('building', 'comparing', 'ready'))
            """)
        .mapTo(boolean.class)
        .one();
  }

  private static void requireNoReanalysis(Handle handle) {
    boolean running =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT FROM recorded.reanalysis WHERE state = 'running' AND NOT dry_run)
                """)
            .mapTo(boolean.class)
            .one();
    if (running) {
      throw new ProblemException(
          Problem.of(
              "reanalysis-running",
              "A re-analysis is running",
              409,
              "Wait for its end, or stop it with DELETE /api/v1/reanalysis: a rebuild analyses all talks, too."));
    }
  }

  /**
   * Lets the one that is ready take the place of the serving schema. It does so within seconds,
   * when both have applied the same.
   *
   * @throws ProblemException if none is ready
   */
  public Rebuild switchOver(Sender sender) {
    return jdbi.inTransaction(
        handle -> {
          int told =
              handle
                  .createUpdate(
                      """
                      UPDATE recorded.rebuild
                         SET switch = true, switch_at = now(), switch_subject = :subject, switch_token_id = :tokenId,
                             updated_at = now()
                       WHERE state = 'ready' AND NOT switch
                      """)
                  .bind("subject", sender.subject())
                  .bind("tokenId", sender.tokenId())
                  .execute();
          Rebuild last = last(handle);
          if (last == null || !GOING_ON.contains(last.state())) {
            throw none();
          }
          if (told == 0 && last.state() != State.READY) {
            throw new ProblemException(
                Problem.of(
                    "rebuild-not-ready",
                    "The rebuild is not ready",
                    409,
                    "It has yet to catch up and to be compared. GET /api/v1/rebuild tells how far it"
                        + " is."));
          }
          return last;
        });
  }

  private static ProblemException none() {
    return new ProblemException(
        Problem.of(
            "no-rebuild", "No rebuild is going on", 409, "POST /api/v1/rebuild starts one."));
  }

  /**
   * Ends the one that is going on and drops what it has built; otherwise drops the schema that the
   * last switch has replaced.
   *
   * @throws ProblemException if there is nothing to drop
   */
  public Rebuild drop() {
    return LongTransaction.run(
        jdbi,
        DROPPING,
        handle -> {
          int ended =
              handle
                  .createUpdate(
                      """
                      UPDATE recorded.rebuild SET state = 'stopped', problem = NULL, todo = NULL, updated_at = now()
                       WHERE state IN ('building', 'comparing', 'ready')
                      """)
                  .execute();
          Rebuild last = last(handle);
          if (last == null || (ended == 0 && !RebuiltSchema.exists(handle, RebuiltSchema.OLD))) {
            throw none();
          }
          RebuiltSchema.drop(handle);
          return last;
        });
  }

  /** The last one, and how far it is. */
  public RebuildStatus status() {
    return jdbi.withHandle(
        handle -> new RebuildStatus(RebuiltSchema.exists(handle, RebuiltSchema.OLD), last(handle)));
  }

  /** The one that is going on. */
  public Optional<Rebuild> goingOn() {
    return jdbi.withHandle(
        handle -> isGoingOn(handle) ? Optional.ofNullable(last(handle)) : Optional.empty());
  }

  private static @Nullable Rebuild last(Handle handle) {
    String analyser = DocumentAnalyser.version(Vocabularies.revisionInUse(handle));
    return handle
        .createQuery(
            """
            SELECT rebuild_id, switch, state, analyser, started_at, updated_at, records, refused, compared, problem, todo,
                   state = 'ready' AND NOT switch AND switch_at IS NOT NULL AS look
              FROM recorded.rebuild ORDER BY rebuild_id DESC LIMIT 1
            """)
        .map((row, context) -> rebuild(handle, row, analyser))
        .findFirst()
        .orElse(null);
  }

  private static Rebuild rebuild(Handle handle, ResultSet row, String analyser)
      throws SQLException {
    State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    Instant startedAt = row.getObject("started_at", OffsetDateTime.class).toInstant();
    String problem = row.getString("problem");
    String todo = row.getString("todo");
    if (GOING_ON.contains(state) && !row.getString("analyser").equals(analyser)) {
      problem = "it was started by a version of another analyser";
      todo = "DELETE /api/v1/rebuild, then POST /api/v1/rebuild";
    } else if (row.getBoolean("look")) {
      problem = "documents differ, so it does not switch by itself";
      todo = "look at the differences, then POST /api/v1/rebuild/switch, or DELETE /api/v1/rebuild";
    }
    return new Rebuild(
        row.getLong("rebuild_id"),
        row.getBoolean("switch"),
        state,
        row.getString("analyser"),
        startedAt,
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getLong("records"),
        row.getLong("refused"),
        GOING_ON.contains(state) && RebuiltSchema.exists(handle, RebuiltSchema.NAME)
            ? progress(handle, startedAt)
            : null,
        differences(
            handle, row.getLong("rebuild_id"), RebuildRow.counts(row.getString("compared")), state),
        problem,
        todo);
  }

  private static @Nullable Progress progress(Handle handle, Instant startedAt) {
    List<PartitionProgress> partitions =
        handle
            .createQuery(
                """
                SELECT s.partition, coalesce(r.next_offset, 0), s.next_offset
                  FROM derived.progress s
                  LEFT JOIN derived_next.progress r USING (topic_id, partition)
                 WHERE topic_id IN (SELECT topic_id FROM derived_next.progress)
                 ORDER BY 1
                """)
            .map(
                (row, context) ->
                    new PartitionProgress(row.getInt(1), row.getLong(2), row.getLong(3)))
            .list();
    if (partitions.isEmpty()) {
      return null;
    }
    long done = partitions.stream().mapToLong(PartitionProgress::done).sum();
    long total = partitions.stream().mapToLong(PartitionProgress::total).sum();
    long seconds = Duration.between(startedAt, Instant.now()).toSeconds();
    return new Progress(
        done,
        total,
        total == 0 ? 100 : (int) Math.min(100, done * 100 / total),
        done == 0 ? null : Math.max(0, total - done) * seconds / done,
        partitions);
  }

  private static @Nullable Differences differences(
      Handle handle, long id, Counts counts, State state) {
    if (counts.equals(Counts.NONE)) {
      return null;
    }
    List<TableRows> tables =
        counts.tables().values().stream().sorted(Comparator.comparing(TableRows::table)).toList();
    return new Differences(
        state == State.READY || state == State.SWITCHED,
        counts.of(Kind.DOCUMENT),
        counts.of(Kind.TALK),
        counts.of(Kind.TAG),
        counts.of(Kind.NAME),
        tables,
        sample(handle, id));
  }

  private static List<Difference> sample(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT d.kind, d.key, t.title, d.serving, d.rebuilt, d.fields
              FROM recorded.rebuild_difference d
              LEFT JOIN derived.talk t ON t.talk_id = CASE WHEN d.kind = 'talk' THEN CAST(d.key AS uuid) END
             WHERE d.rebuild_id = :id ORDER BY d.kind, d.key
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new Difference(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    List.of((String[]) row.getArray(6).getArray())))
        .list();
  }
}
