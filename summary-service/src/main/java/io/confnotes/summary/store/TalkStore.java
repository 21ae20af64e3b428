package io.confnotes.summary.store;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.store.database.RebuiltSchema;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.store.talk.TalkRows;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Applies what the log says to the tables, a batch in a transaction. The rows of schema {@code
 * derived} depend on the log alone: not on how it was cut into batches, nor on which partition came
 * first.
 */
public final class TalkStore {
  private final Jdbi jdbi;
  private final AtomicReference<@Nullable DocumentAnalyser> analyser = new AtomicReference<>();

  public TalkStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What became of a record. */
  public enum Outcome {
    STORED,
    UNCHANGED,
    RETRACTED,
    DEAD_LETTERED,
    /** A retried submission that had been applied before. */
    DUPLICATE,
    /** An idempotency key that was used for another document before; this one was not applied. */
    CONFLICT,
    /** A dead letter of a document of which something newer was applied; it changed nothing. */
    SUPERSEDED
  }

  /** Runs the work of a change, so that it can be traced. */
  public interface Observer {
    Outcome around(Change change, Supplier<Outcome> work);
  }

  /**
   * The analyser whose analyses are stored: it works with the vocabulary that is in use. One that
   * cannot be read stops progress, as a database that is away does.
   */
  public DocumentAnalyser analyser() throws StoreException {
    try {
      return inTransaction(this::analyser);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw StoreException.of(e);
    }
  }

  private DocumentAnalyser analyser(Handle handle) {
    int revision = Vocabularies.revisionInUse(handle);
    DocumentAnalyser known = analyser.get();
    if (known == null || known.revision() != revision) {
      known = Vocabularies.analyser(handle, revision);
      analyser.set(known);
    }
    return known;
  }

  /** The next offset of a partition; {@code beginning} is recorded where there is none yet. */
  public long progress(String topicId, int partition, long beginning) throws StoreException {
    return inTransaction(handle -> Progress.read(handle, topicId, partition, beginning));
  }

  /**
   * Applies a batch whole, or not at all.
   *
   * @return what became of each change
   */
  public List<Outcome> apply(Batch batch, Observer observer) throws StoreException {
    return inTransaction(
        handle -> {
          WriteLock.shared(handle);
          requireAnalyserInUse(handle, batch.changes());
          Progress.advance(handle, batch);
          ChangeWriter writer = new ChangeWriter(handle, batch.topicId(), true);
          List<Outcome> outcomes = new ArrayList<>();
          for (Change change : batch.changes()) {
            outcomes.add(observer.around(change, () -> writer.write(change)));
          }
          refresh(handle, writer.touched());
          return outcomes;
        });
  }

  /**
   * Applies a batch that was applied before to the tables of {@link RebuiltSchema}, in a
   * transaction of the caller, who holds {@link WriteLock}. What is recorded is read and stays as
   * it is.
   *
   * @param handle one that is {@link RebuiltSchema#in in} it
   * @return what became of each change
   */
  public static List<Outcome> applyAgain(Handle handle, Batch batch) throws StoreException {
    requireAnalyserInUse(handle, batch.changes());
    Progress.advance(handle, batch);
    ChangeWriter writer = new ChangeWriter(handle, batch.topicId(), false);
    List<Outcome> outcomes = batch.changes().stream().map(writer::write).toList();
    TalkRows.remake(handle, writer.touched());
    return outcomes;
  }

  private static void refresh(Handle handle, Collection<UUID> talkIds) {
    TalkRows.refresh(handle, talkIds);
    forgetSamples(handle, talkIds);
  }

  /** A sample of what a re-analysis changed quotes talks, which may be withdrawn by now. */
  private static void forgetSamples(Handle handle, Collection<UUID> talkIds) {
    handle
        .createUpdate("DELETE FROM recorded.reanalysis_change WHERE talk_id = ANY(:ids)")
        .bind("ids", talkIds.toArray(UUID[]::new))
        .execute();
  }

  /** Under the lock: re-analysis, which changes it, takes it alone. */
  private static void requireAnalyserInUse(Handle handle, List<Change> changes)
      throws StoreException.Outdated {
    String current = DocumentAnalyser.version(Vocabularies.revisionInUse(handle));
    for (Change change : changes) {
      if (change instanceof Change.Revised revised
          && !revised.analysed().analyser().equals(current)) {
        throw new StoreException.Outdated(revised.analysed().analyser(), current);
      }
    }
  }

  private interface Transaction<T> {
    T run(Handle handle) throws StoreException;
  }

  private <T> T inTransaction(Transaction<T> transaction) throws StoreException {
    try {
      return jdbi.inTransaction(transaction::run);
    } catch (JdbiException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Applies a dead letter that waits, unless something newer of its document was applied.
   *
   * @param id of the dead letter
   * @param change what its record changes; none that is rejected
   * @return what became of it; {@link Outcome#SUPERSEDED} where something newer was applied, empty
   *     where it waits no more
   * @throws StoreException.DataRefused where the database refuses it still: it goes on waiting
   */
  public Optional<Outcome> replay(long id, Change change, Sender sender) throws StoreException {
    return inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '3s'");
          WriteLock.alone(handle);
          requireAnalyserInUse(handle, List.of(change));
          Optional<String> topicId = DeadLetterRows.waiting(handle, id);
          if (topicId.isEmpty()) {
            return Optional.empty();
          }
          ChangeWriter writer = new ChangeWriter(handle, topicId.get(), true);
          Outcome outcome =
              DeadLetterRows.isSuperseded(handle, topicId.get(), change)
                  ? supersede(handle, change)
                  : writer.write(change);
          refresh(handle, writer.touched());
          RebuiltSchema.readAgain(handle, topicId.get(), change.envelope());
          DeadLetterRows.decided(
              handle, id, outcome == Outcome.SUPERSEDED ? "superseded" : "replayed", sender);
          return Optional.of(outcome);
        });
  }

  private static Outcome supersede(Handle handle, Change change) {
    Submissions.superseded(handle, change);
    return Outcome.SUPERSEDED;
  }
}
