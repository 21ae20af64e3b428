package io.confnotes.summary.store;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
          Set<UUID> touched = new TreeSet<>();
          List<Outcome> outcomes = new ArrayList<>();
          for (Change change : batch.changes()) {
            outcomes.add(
                observer.around(
                    change, () -> apply(handle, batch.topicId(), change, touched::add)));
          }
          TalkRows.refresh(handle, touched);
          forgetSamples(handle, touched);
          return outcomes;
        });
  }

  /** A sample of what a re-analysis changed quotes talks, which may be withdrawn by now. */
  private static void forgetSamples(Handle handle, Set<UUID> talkIds) {
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
          Set<UUID> touched = new TreeSet<>();
          Outcome outcome =
              DeadLetterRows.isSuperseded(handle, topicId.get(), change)
                  ? supersede(handle, change)
                  : apply(handle, topicId.get(), change, touched::add);
          TalkRows.refresh(handle, touched);
          forgetSamples(handle, touched);
          DeadLetterRows.decided(
              handle, id, outcome == Outcome.SUPERSEDED ? "superseded" : "replayed", sender);
          return Optional.of(outcome);
        });
  }

  private static Outcome supersede(Handle handle, Change change) {
    Submissions.superseded(handle, change);
    return Outcome.SUPERSEDED;
  }

  private static Outcome apply(
      Handle handle, String topicId, Change change, Consumer<UUID> touched) {
    Outcome earlier = Submissions.earlier(handle, change);
    if (earlier != null) {
      return earlier;
    }
    return switch (change) {
      case Change.Revised revised -> revise(handle, revised, touched);
      case Change.Withdrawn withdrawn -> withdraw(handle, withdrawn, touched);
      case Change.Rejected rejected -> {
        Submissions.rejected(handle, rejected);
        DeadLetterRows.keep(handle, topicId, rejected);
        yield Outcome.DEAD_LETTERED;
      }
    };
  }

  private static Outcome revise(Handle handle, Change.Revised revised, Consumer<UUID> touched) {
    ParsedDocument document = revised.document();
    Envelope envelope = revised.envelope();
    String current = DocumentRows.currentRevision(handle, document.documentId());
    DocumentRows.advanceHead(handle, document.documentId(), document.revision(), envelope);
    if (document.revision().equals(current)) {
      Submissions.unchanged(handle, revised);
      return Outcome.UNCHANGED;
    }
    List<DocumentRows.Known> known = DocumentRows.known(handle, document.documentId());
    known.forEach(talk -> touched.accept(talk.talkId()));
    List<UUID> talkIds = Assignments.redirected(handle, assigned(handle, document, known));
    talkIds.forEach(touched);
    DocumentRows.replace(handle, revised, talkIds);
    Submissions.stored(handle, revised, talkIds);
    return Outcome.STORED;
  }

  private static Outcome withdraw(
      Handle handle, Change.Withdrawn withdrawn, Consumer<UUID> touched) {
    UUID documentId = withdrawn.documentId();
    DocumentRows.advanceHead(handle, documentId, null, withdrawn.envelope());
    DocumentRows.known(handle, documentId).forEach(talk -> touched.accept(talk.talkId()));
    DocumentRows.delete(handle, documentId);
    Submissions.retracted(handle, withdrawn);
    return Outcome.RETRACTED;
  }

  /**
   * In this order: what was recorded, what the previous revision had, what such a talk is born
   * with.
   */
  private static List<UUID> assigned(
      Handle handle, ParsedDocument document, List<DocumentRows.Known> known) {
    CodePointText text = new CodePointText(document.readingText());
    List<@Nullable Integer> matches =
        TalkMatcher.match(
            known.stream().map(DocumentRows.Known::candidate).toList(),
            document.talks().stream().map(talk -> candidate(talk, text)).toList());
    Assignments assignments = Assignments.of(handle, document);
    List<@Nullable UUID> kept = new ArrayList<>();
    Set<UUID> taken = new HashSet<>();
    for (int i = 0; i < document.talks().size(); i++) {
      UUID id = assignments.of(document.talks().get(i).talkNotesId());
      Integer match = matches.get(i);
      if (id == null && match != null) {
        id = known.get(match).assignedTo();
      }
      kept.add(id != null && taken.add(id) ? id : null);
    }
    String event = DocumentRows.eventSlug(handle, document);
    List<UUID> talkIds = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      UUID id = kept.get(i);
      talkIds.add(id != null ? id : born(event, document.talks().get(i), taken));
    }
    assignments.record(handle, talkIds);
    return talkIds;
  }

  /** Two talk notes of one revision are never one talk, unless a curator has merged them. */
  private static UUID born(@Nullable String event, ParsedTalk talk, Set<UUID> taken) {
    UUID id = TalkIdentity.born(event, talk.title(), names(talk), talk.talkNotesId());
    if (taken.add(id)) {
      return id;
    }
    UUID alone = TalkIdentity.alone(talk.talkNotesId());
    taken.add(alone);
    return alone;
  }

  private static TalkMatcher.Candidate candidate(ParsedTalk talk, CodePointText text) {
    return new TalkMatcher.Candidate(talk.title(), names(talk), DocumentRows.body(talk, text));
  }

  private static List<String> names(ParsedTalk talk) {
    return talk.speakers().stream().map(ParsedDocument.Speaker::displayName).toList();
  }
}
