package io.confnotes.summary.reanalyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.access.Sender;
import io.confnotes.summary.http.Problem;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.reanalyse.Reanalysis.TalkChange;
import io.confnotes.summary.rebuild.RebuildStore;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts and stops re-analysis, and tells how far it is. */
@Singleton
public final class ReanalysisStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdbi jdbi;

  public ReanalysisStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Starts one with this build's analyser and the vocabulary as curators have made it. Unless it is
   * a dry run, documents that come are analysed with them from now on.
   *
   * @param sender who starts it; null if the service itself does
   * @throws ProblemException if one is running, or a rebuild
   */
  public Reanalysis start(boolean dryRun, @Nullable Sender sender) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          int revision = Vocabularies.snapshot(handle);
          String analyser = DocumentAnalyser.version(revision);
          requireNoneRunning(handle, sender);
          if (!dryRun && RebuildStore.isGoingOn(handle)) {
            throw new ProblemException(
                Problem.of(
                    "rebuild-running",
                    "A rebuild is going on",
                    409,
                    "GET /api/v1/rebuild tells how far it is, DELETE ends it: re-analysis would change what it is"
                        + " compared with."));
          }
          handle
              .createUpdate(
                  """
                  INSERT INTO recorded.reanalysis (dry_run, analyser, vocabulary_revision, subject, token_id)
                  VALUES (:dryRun, :analyser, :revision, :subject, :tokenId)
                  """)
              .bind("dryRun", dryRun)
              .bind("analyser", analyser)
              .bind("revision", revision)
              .bind("subject", sender == null ? null : sender.subject())
              .bind("tokenId", sender == null ? null : sender.tokenId())
              .execute();
          return Objects.requireNonNull(last(handle));
        });
  }

  /** Only a build of the same analyser goes on with one: what another has left is stopped here. */
  private static void requireNoneRunning(Handle handle, @Nullable Sender sender) {
    Reanalysis last = last(handle);
    if (last == null || last.state() != Reanalysis.State.RUNNING) {
      return;
    }
    if (DocumentAnalyser.isOfThisBuild(last.analyser())) {
      throw new ProblemException(
          Problem.of(
              "reanalysis-running",
              "A re-analysis is running",
              409,
              "GET /api/v1/reanalysis tells how far it is, DELETE stops it."));
    }
    stop(handle, sender);
  }

  /**
   * Stops the one that is running. What it has done stays.
   *
   * @throws ProblemException if none is
   */
  public Reanalysis stop(Sender sender) {
    return jdbi.inTransaction(
        handle -> {
          if (stop(handle, sender) == 0) {
            throw new ProblemException(
                Problem.of(
                    "no-reanalysis",
                    "No re-analysis is running",
                    409,
                    "There is nothing to stop. POST /api/v1/reanalysis starts one."));
          }
          return Objects.requireNonNull(last(handle));
        });
  }

  private static int stop(Handle handle, @Nullable Sender sender) {
    return handle
        .createUpdate(
            """
            UPDATE recorded.reanalysis
               SET state = 'stopped', updated_at = now(), stopped_at = now(),
                   stopped_by = :subject, stopped_by_token_id = :tokenId
             WHERE state = 'running'
            """)
        .bind("subject", sender == null ? null : sender.subject())
        .bind("tokenId", sender == null ? null : sender.tokenId())
        .execute();
  }

  /** Whether what is stored is up to date. */
  public ReanalysisStatus status() {
    return jdbi.withHandle(
        handle -> {
          String analyser = DocumentAnalyser.version(Vocabularies.revisionInUse(handle));
          return new ReanalysisStatus(
              analyser,
              handle
                  .createQuery(
                      "SELECT count(*) FROM derived.talk_notes WHERE analyser <> :analyser")
                  .bind("analyser", analyser)
                  .mapTo(long.class)
                  .one(),
              last(handle));
        });
  }

  /** The one that is running. */
  public Optional<Reanalysis> running() {
    return jdbi.withHandle(handle -> Optional.ofNullable(last(handle)))
        .filter(last -> last.state() == Reanalysis.State.RUNNING);
  }

  private static @Nullable Reanalysis last(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT reanalysis_id, dry_run, analyser, state, started_at, updated_at, documents, documents_unread,
                   talks, talks_changed, tags_added, tags_removed, key_points_added, key_points_removed
              FROM recorded.reanalysis ORDER BY reanalysis_id DESC LIMIT 1
            """)
        .map((row, context) -> reanalysis(row, changes(handle, row.getLong("reanalysis_id"))))
        .findFirst()
        .orElse(null);
  }

  private static List<TalkChange> changes(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT c.talk_id, t.title, c.change
              FROM recorded.reanalysis_change c LEFT JOIN derived.talk t USING (talk_id)
             WHERE c.reanalysis_id = :id ORDER BY c.talk_id
            """)
        .bind("id", id)
        .map((row, context) -> change(row))
        .list();
  }

  private static TalkChange change(ResultSet row) throws SQLException {
    try {
      TalkView.Change change = JSON.readValue(row.getString("change"), TalkView.Change.class);
      return new TalkChange(
          row.getObject("talk_id", UUID.class),
          row.getString("title"),
          change.tagsAdded(),
          change.tagsRemoved(),
          change.keyPointsAdded(),
          change.keyPointsRemoved());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the row was not written by us", e);
    }
  }

  private static Reanalysis reanalysis(ResultSet row, List<TalkChange> changes)
      throws SQLException {
    return new Reanalysis(
        row.getLong("reanalysis_id"),
        row.getBoolean("dry_run"),
        row.getString("analyser"),
        Reanalysis.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getInt("documents"),
        row.getInt("documents_unread"),
        row.getInt("talks"),
        row.getInt("talks_changed"),
        row.getInt("tags_added"),
        row.getInt("tags_removed"),
        row.getInt("key_points_added"),
        row.getInt("key_points_removed"),
        changes);
  }
}
