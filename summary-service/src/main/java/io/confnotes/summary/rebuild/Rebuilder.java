package io.confnotes.summary.rebuild;

import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.Changes;
import io.confnotes.summary.consume.Log;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.Batch;
import io.confnotes.summary.store.Change;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.store.TalkStore.Outcome;
import io.confnotes.summary.store.database.LongTransaction;
import io.confnotes.summary.store.database.RebuiltSchema;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.store.talk.PendingTalks;
import io.confnotes.summary.store.talk.TalkRows;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the rebuild that was started, step by step: it reads the log up to where the serving
 * schema has applied it and no further, compares, follows, and puts the rebuilt schema in the place
 * of the serving one if it is to. Rows and progress are written in one transaction, so that another
 * process, or this one after a crash, goes on where it ended. Not thread-safe.
 */
public final class Rebuilder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Rebuilder.class);

  private static final int MAX_BATCH_RECORDS = 50;

  /** Consumers, curators and re-analysis wait no longer. */
  private static final Duration HELD = Duration.ofSeconds(4);

  /** Keeps this advisory lock apart from those of others. */
  private static final int LOCK_CLASS = 0x7A1F;

  /** A million talks take about a minute. */
  private static final Duration TERMS = Duration.ofMinutes(10);

  /** So often the serving schema may be ahead before consumers have to wait for a page. */
  private static final int MISSES = 20;

  private final UUID worker = UUID.randomUUID();
  private final Brokers brokers;
  private final String topic;
  private final Jdbi jdbi;
  private final TalkStore store;

  /** Dead letters are kept already. */
  private final Changes changes =
      new Changes(
          (record, reason) ->
              new Change.Letter(null, Math.max(0, record.serializedValueSize()), 0, 0));

  private @Nullable OpenLog open;

  /**
   * How many records are still to be applied one by one, after a batch of this many was refused.
   */
  private int alone;

  private int misses;

  private record OpenLog(long rebuild, String topicId, LogReader reader) {}

  private interface Work {
    void run(Handle handle) throws StoreException;
  }

  public Rebuilder(Brokers brokers, String topic, Jdbi jdbi, TalkStore store) {
    this.brokers = brokers;
    this.topic = topic;
    this.jdbi = jdbi;
    this.store = store;
  }

  /**
   * Does the next step.
   *
   * @return false where there is nothing to do for now
   * @throws StoreException where the database did not do its work
   * @throws org.apache.kafka.common.KafkaException where the log could not be read
   */
  public boolean next() throws StoreException {
    DocumentAnalyser analyser = store.analyser();
    Optional<RebuildRow> claimed =
        transaction(handle -> RebuildRow.claim(handle, worker, analyser.version()));
    if (claimed.isEmpty()) {
      close();
      return false;
    }
    RebuildRow run = claimed.get();
    try {
      return step(run, analyser);
    } catch (RebuildRow.TurnLost lost) {
      LOG.debugf("the rebuild waits: %s", lost.getMessage());
      return false;
    } catch (StoreException | RuntimeException e) {
      tell(run, e);
      throw e;
    }
  }

  private boolean step(RebuildRow run, DocumentAnalyser analyser) throws StoreException {
    if (!transaction(run::isOfThisSchema)) {
      end(run);
      return false;
    }
    OpenLog log = opened(run);
    return switch (run.state()) {
      case BUILDING -> follow(run, log, analyser) || enterComparison(run);
      case COMPARING -> {
        follow(run, log, analyser);
        compare(run, log, analyser);
        yield true;
      }
      case READY -> {
        boolean worked = follow(run, log, analyser);
        if (run.switches()) {
          switchNow(run, log, analyser);
        }
        yield worked;
      }
      case SWITCHED, STOPPED -> false;
    };
  }

  /** Nothing can be done with it: what it is made of has changed. */
  private void end(RebuildRow run) throws StoreException {
    change(
        handle -> {
          run.hold(handle, worker);
          run.enter(handle, State.STOPPED);
          run.fail(handle, "the tables were migrated meanwhile", "POST /api/v1/rebuild");
        });
    LOG.warnf("the rebuild has ended, as the tables were migrated meanwhile id=%d", run.id());
  }

  private void tell(RebuildRow run, Exception failure) {
    try {
      jdbi.useHandle(
          handle ->
              run.fail(
                  handle,
                  String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                  "It goes on by itself once that is mended; DELETE /api/v1/rebuild ends it."));
    } catch (JdbiException e) {
      LOG.debug("the database does not take the problem", e);
    }
  }

  /** Opens the log, and begins each partition that is not begun. */
  private OpenLog opened(RebuildRow run) throws StoreException {
    OpenLog log = open;
    if (log == null || log.rebuild != run.id()) {
      close();
      log =
          new OpenLog(
              run.id(), Log.describe(brokers, topic).topicId(), new LogReader(brokers, topic));
      open = log;
      begin(run, log);
    }
    return log;
  }

  private void begin(RebuildRow run, OpenLog log) throws StoreException {
    Map<Integer, Long> beginnings = log.reader.beginnings(Log.PARTITIONS);
    change(
        handle -> {
          run.hold(handle, worker);
          beginnings.forEach(
              (partition, offset) ->
                  handle
                      .createUpdate(
                          """
                          INSERT INTO derived_next.progress (topic_id, partition, next_offset)
                          VALUES (:topicId, :partition, :offset) ON CONFLICT DO NOTHING
                          """)
                      .bind("topicId", log.topicId)
                      .bind("partition", partition)
                      .bind("offset", offset)
                      .execute());
        });
  }

  /** Applies some of what the serving schema has applied; false where there is no more of it. */
  private boolean follow(RebuildRow run, OpenLog log, DocumentAnalyser analyser)
      throws StoreException {
    if (transaction(handle -> isLevel(handle, run, log))) {
      return false;
    }
    Map<Integer, Batch.Range> wanted = transaction(handle -> behind(handle, log));
    LogReader.Read read = read(log, wanted);
    List<Change> decoded = decoded(read, analyser);
    try {
      apply(run, new Batch(log.topicId, read.ranges(), decoded));
      alone = Math.max(0, alone - read.records().size());
    } catch (StoreException.DataRefused e) {
      if (read.records().isEmpty()) {
        throw e;
      }
      alone = read.records().size();
      if (alone == 1) {
        Change rejected =
            changes.rejected(
                read.records().getFirst(), decoded.getFirst(), "sqlstate-" + e.sqlState());
        apply(run, new Batch(log.topicId, read.ranges(), List.of(rejected)));
        alone = 0;
      }
    }
    return true;
  }

  private LogReader.Read read(OpenLog log, Map<Integer, Batch.Range> wanted) {
    return wanted.isEmpty()
        ? new LogReader.Read(Map.of(), List.of())
        : log.reader.read(wanted, alone > 0 ? 1 : MAX_BATCH_RECORDS);
  }

  private List<Change> decoded(LogReader.Read read, DocumentAnalyser analyser) {
    return read.records().stream().map(record -> changes.of(record, analyser)).toList();
  }

  private void apply(RebuildRow run, Batch batch) throws StoreException {
    change(
        handle -> {
          WriteLock.shared(handle);
          run.hold(handle, worker);
          apply(handle, run, batch);
        });
  }

  private static void apply(Handle handle, RebuildRow run, Batch batch) throws StoreException {
    long before = run.curationId(handle);
    RebuiltSchema.in(
        handle,
        () -> {
          long after = CurationStore.follow(handle, before);
          TalkRows.remake(handle, PendingTalks.take(handle));
          List<Outcome> outcomes = TalkStore.applyAgain(handle, batch);
          int refused = (int) outcomes.stream().filter(Outcome.DEAD_LETTERED::equals).count();
          run.advance(handle, outcomes.size(), refused, after);
        });
  }

  /** What the serving schema has applied and the rebuilt one has not. */
  private static Map<Integer, Batch.Range> behind(Handle handle, OpenLog log) {
    Map<Integer, Batch.Range> ranges = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT partition, r.next_offset, s.next_offset
              FROM derived.progress s JOIN derived_next.progress r USING (topic_id, partition)
             WHERE topic_id = :topicId AND r.next_offset < s.next_offset
            """)
        .bind("topicId", log.topicId)
        .map(
            (row, context) ->
                Map.entry(row.getInt(1), new Batch.Range(row.getLong(2), row.getLong(3))))
        .forEach(entry -> ranges.put(entry.getKey(), entry.getValue()));
    return ranges;
  }

  private static boolean isLevel(Handle handle, RebuildRow run, OpenLog log) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (SELECT FROM derived.progress s
                                 LEFT JOIN derived_next.progress r USING (topic_id, partition)
                                WHERE topic_id = :topicId AND s.next_offset IS DISTINCT FROM r.next_offset)
               AND NOT EXISTS (SELECT FROM recorded.curation c, recorded.rebuild b
                                WHERE b.rebuild_id = :id AND c.curation_id > b.curation_id)
               AND NOT EXISTS (SELECT FROM derived_next.pending_talk)
            """)
        .bind("topicId", log.topicId)
        .bind("id", run.id())
        .mapTo(boolean.class)
        .one();
  }

  /** All is built: what suggestions are made of can be counted, and the two be compared. */
  private boolean enterComparison(RebuildRow run) {
    return LongTransaction.run(
        jdbi,
        TERMS,
        handle -> {
          boolean mine =
              handle
                  .createQuery("SELECT pg_try_advisory_xact_lock(:class, 0)")
                  .bind("class", LOCK_CLASS)
                  .mapTo(boolean.class)
                  .one();
          if (mine) {
            handle.execute("REFRESH MATERIALIZED VIEW derived_next.term");
            run.hold(handle, worker);
            run.enter(handle, State.COMPARING);
          }
          return mine;
        });
  }

  /** Where both have applied the same in what the transaction sees, the page is exact. */
  private void compare(RebuildRow run, OpenLog log, DocumentAnalyser analyser)
      throws StoreException {
    if (misses > MISSES) {
      held(run, log, analyser, handle -> comparePage(handle, run));
      misses = 0;
      return;
    }
    boolean level =
        stored(
            () ->
                jdbi.inTransaction(
                    TransactionIsolationLevel.REPEATABLE_READ,
                    handle -> {
                      run.hold(handle, worker);
                      boolean is = isLevel(handle, run, log);
                      if (is) {
                        comparePage(handle, run);
                      }
                      return is;
                    }));
    misses = level ? 0 : misses + 1;
  }

  private static void comparePage(Handle handle, RebuildRow run) {
    run.compared(
        handle,
        Comparison.page(
            handle, run.comparedKind(), run.comparedKey(), run.counts(), RebuildRow.SAMPLE));
  }

  private void switchNow(RebuildRow run, OpenLog log, DocumentAnalyser analyser)
      throws StoreException {
    held(
        run,
        log,
        analyser,
        handle -> {
          // Readers of the views are waited for, and the next ones wait meanwhile
          handle.execute("SET LOCAL lock_timeout = '300ms'");
          RebuiltSchema.takePlace(handle);
          run.enter(handle, State.SWITCHED);
        });
    LOG.infof("the rebuilt schema serves id=%d", run.id());
  }

  /** Applies what is left while nothing comes to it, and then does the work, all or nothing. */
  private void held(RebuildRow run, OpenLog log, DocumentAnalyser analyser, Work work)
      throws StoreException {
    change(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          run.hold(handle, worker);
          long end = System.nanoTime() + HELD.toNanos();
          while (!isLevel(handle, run, log)) {
            if (System.nanoTime() > end) {
              throw new RebuildRow.TurnLost("the serving schema is not where the rebuilt one is");
            }
            LogReader.Read read = read(log, behind(handle, log));
            apply(handle, run, new Batch(log.topicId, read.ranges(), decoded(read, analyser)));
          }
          work.run(handle);
        });
  }

  private void change(Work work) throws StoreException {
    transaction(
        handle -> {
          work.run(handle);
          return true;
        });
  }

  private interface Transaction<T> {
    T run(Handle handle) throws StoreException;
  }

  private <T> T transaction(Transaction<T> work) throws StoreException {
    return stored(() -> jdbi.inTransaction(work::run));
  }

  private interface Stored<T> {
    T run() throws StoreException;
  }

  private static <T> T stored(Stored<T> work) throws StoreException {
    try {
      return work.run();
    } catch (JdbiException e) {
      throw StoreException.of(e);
    }
  }

  @Override
  public void close() {
    OpenLog log = open;
    open = null;
    if (log != null) {
      log.reader.close();
    }
  }
}
