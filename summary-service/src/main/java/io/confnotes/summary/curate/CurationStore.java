package io.confnotes.summary.curate;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.AffectedTalks;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.CurationLog;
import io.confnotes.summary.curate.decision.Decisions;
import io.confnotes.summary.curate.decision.RowChange;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.store.talk.PendingTalks;
import io.confnotes.summary.store.talk.TalkRows;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes decisions, keeps them, and takes them back. Each is one transaction: what it records, and
 * the rows of all talks that follow from it. If these are very many, they {@link PendingTalks
 * follow later}, as nothing else can be stored before the transaction ends.
 */
@Singleton
public final class CurationStore {
  /** More talks than that follow later. */
  static final int AT_ONCE = 500;

  private final Jdbi jdbi;

  public CurationStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes a decision.
   *
   * @throws io.confnotes.summary.http.ProblemException if it cannot be made; nothing has changed
   */
  public Curation decide(CurationRequest request, Sender sender) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          List<RowChange> changes = Decisions.make(handle, request.action());
          Set<UUID> talks = AffectedTalks.of(handle, changes);
          boolean atOnce = talks.size() <= AT_ONCE;
          if (atOnce) {
            TalkRows.refresh(handle, talks);
          }
          long id =
              CurationLog.add(
                  handle, request.curator(), sender, request.action(), talks.size(), changes);
          if (!atOnce) {
            PendingTalks.add(handle, id, talks);
          }
          return CurationLog.get(handle, id);
        });
  }

  /**
   * What a decision would change. It is made, and taken back before anybody sees it.
   *
   * @throws io.confnotes.summary.http.ProblemException if it cannot be made
   */
  public CurationPreview preview(Action action) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          handle.execute("SAVEPOINT before");
          List<RowChange> changes = Decisions.make(handle, action);
          Set<UUID> talks = AffectedTalks.of(handle, changes);
          handle.execute("ROLLBACK TO SAVEPOINT before");
          return new CurationPreview(action, talks.size(), sample(handle, talks), changes);
        });
  }

  /** Some of the talks, as they are; what is but to be split off is none yet. */
  private static List<CurationPreview.Talk> sample(Handle handle, Set<UUID> talks) {
    return handle
        .createQuery(
            """
            SELECT talk_id, title FROM derived.talk WHERE talk_id = ANY(:talks)
             ORDER BY date_start DESC NULLS LAST, talk_id LIMIT :most
            """)
        .bind("talks", talks.toArray(UUID[]::new))
        .bind("most", CurationPreview.SAMPLE)
        .map(
            (row, context) ->
                new CurationPreview.Talk(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /** Has some of the talks that are to follow later do so; false where there are none. */
  public boolean goOn() {
    return jdbi.inTransaction(
        handle -> {
          WriteLock.shared(handle);
          List<UUID> talks = PendingTalks.take(handle);
          TalkRows.refresh(handle, talks);
          return !talks.isEmpty();
        });
  }

  /** How many talks are still to follow decisions. */
  public long pending() {
    return jdbi.withHandle(PendingTalks::count);
  }

  /**
   * Has the talks of a rebuilt schema follow the first decision after one, later, in a transaction
   * of the caller, who holds {@link WriteLock}.
   *
   * @param handle one whose {@code derived} is the rebuilt schema
   * @return the decision that they will have followed, {@code after} where there is no later one
   */
  public static long follow(Handle handle, long after) {
    return CurationLog.firstAfter(handle, after)
        .map(
            decision -> {
              Set<UUID> talks = AffectedTalks.of(handle, decision.changes());
              PendingTalks.add(handle, decision.id(), talks);
              return decision.id();
            })
        .orElse(after);
  }

  /** Decisions before one, the newest first. */
  public List<Curation> before(long id, int most) {
    return jdbi.withHandle(handle -> CurationLog.before(handle, id, most));
  }

  /**
   * One decision, with what it changed.
   *
   * @throws io.confnotes.summary.http.ProblemException if there is none
   */
  public Curation get(long id) {
    return jdbi.withHandle(handle -> CurationLog.get(handle, id));
  }
}
