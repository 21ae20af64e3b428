package io.confnotes.summary.reanalyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.store.database.WriteLock;
import io.confnotes.summary.store.document.StoredDocuments;
import io.confnotes.summary.store.document.StoredDocuments.Stored;
import io.confnotes.summary.store.talk.TalkRows;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a few stored documents again: rows and progress in one transaction, so that another
 * process, or this one after a crash, goes on where it ended. Consumers wait meanwhile, so a batch
 * is small. A dry run does the same work and takes it back.
 */
public final class ReanalysisBatch {
  private static final Logger LOG = Logger.getLogger(ReanalysisBatch.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MAX_DOCUMENTS = 8;

  /** Of reading text, unless one document alone has more. */
  private static final int MAX_BYTES = 256 << 10;

  private static final int SAMPLED_TALKS = 20;
  private static final int SAMPLED_ITEMS = 10;
  private static final int SAMPLED_LENGTH = 300;

  private final Jdbi jdbi;
  private final AtomicReference<@Nullable DocumentAnalyser> analyser = new AtomicReference<>();

  public ReanalysisBatch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Run(
      long id, boolean dryRun, String analyser, int revision, @Nullable UUID lastDocument) {}

  /** Does the next batch of the running re-analysis; false where there is none to go on with. */
  public boolean next() {
    if (jdbi.withHandle(ReanalysisBatch::running).isEmpty()) {
      return false;
    }
    return jdbi.inTransaction(
        handle -> {
          WriteLock.alone(handle);
          Optional<Run> run = running(handle);
          run.ifPresent(it -> advance(handle, it));
          return run.isPresent();
        });
  }

  private static Optional<Run> running(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT reanalysis_id, dry_run, analyser, vocabulary_revision, last_document
              FROM recorded.reanalysis WHERE state = 'running'
            """)
        .map(
            (row, context) ->
                new Run(
                    row.getLong(1),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getObject(5, UUID.class)))
        .findFirst()
        .filter(run -> DocumentAnalyser.isOfThisBuild(run.analyser));
  }

  private void advance(Handle handle, Run run) {
    List<UUID> documents = documents(handle, run);
    if (documents.isEmpty()) {
      handle
          .createUpdate(
              "UPDATE recorded.reanalysis SET state = 'done', updated_at = now() WHERE"
                  + " reanalysis_id = :id")
          .bind("id", run.id)
          .execute();
      LOG.infof("re-analysis is done id=%d dryRun=%s", run.id, run.dryRun);
      return;
    }
    Counts counts = new Counts();
    counts.documents = documents.size();
    for (UUID document : documents) {
      Optional<Stored> stored = StoredDocuments.read(handle, document);
      AnalysedDocument analysed = stored.map(it -> analyse(handle, run, it)).orElse(null);
      if (stored.isEmpty() || analysed == null) {
        counts.unread++;
      } else {
        replace(handle, run, stored.get(), analysed, counts);
      }
    }
    record(handle, run, documents.getLast(), counts);
  }

  /** The next ones by id, as many as a batch may have. */
  private static List<UUID> documents(Handle handle, Run run) {
    return handle
        .createQuery(
            """
            SELECT document_id
              FROM (SELECT document_id, row_number() OVER by_id AS number,
                           sum(octet_length(reading_text)) OVER by_id AS bytes
                      FROM (SELECT document_id, reading_text FROM derived.document
                             WHERE document_id > coalesce(CAST(:last AS uuid), '00000000-0000-0000-0000-000000000000')
                             ORDER BY document_id LIMIT :most) AS next
                    WINDOW by_id AS (ORDER BY document_id)) AS counted
             WHERE number = 1 OR bytes <= :bytes
             ORDER BY document_id
            """)
        .bind("last", run.lastDocument)
        .bind("most", MAX_DOCUMENTS)
        .bind("bytes", MAX_BYTES)
        .mapTo(UUID.class)
        .list();
  }

  private @Nullable AnalysedDocument analyse(Handle handle, Run run, Stored stored) {
    DocumentAnalyser known = analyser.get();
    if (known == null || known.revision() != run.revision) {
      known = Vocabularies.analyser(handle, run.revision);
      analyser.set(known);
    }
    try {
      return known.analyse(stored.document());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "analysis failed documentId=%s", stored.document().documentId());
      return null;
    }
  }

  private static void replace(
      Handle handle, Run run, Stored stored, AnalysedDocument analysed, Counts counts) {
    TreeSet<UUID> talks = new TreeSet<>(stored.talkIds());
    Map<UUID, TalkView> before = TalkView.of(handle, talks);
    handle.savepoint("before");
    StoredDocuments.replace(handle, analysed, stored.talkIds());
    TalkRows.refresh(handle, talks);
    Map<UUID, TalkView> after = TalkView.of(handle, talks);
    if (run.dryRun) {
      handle.rollbackToSavepoint("before");
    }
    counts.talks += talks.size();
    for (UUID talk : talks) {
      TalkView.Change change =
          after
              .getOrDefault(talk, TalkView.EMPTY)
              .without(before.getOrDefault(talk, TalkView.EMPTY));
      if (!change.isEmpty()) {
        counts.add(change);
        sample(handle, run, talk, change);
      }
    }
  }

  private static void sample(Handle handle, Run run, UUID talk, TalkView.Change change) {
    handle
        .createUpdate(
            """
            INSERT INTO recorded.reanalysis_change (reanalysis_id, talk_id, change)
            SELECT :id, :talk, CAST(:change AS jsonb)
             WHERE (SELECT count(*) FROM recorded.reanalysis_change WHERE reanalysis_id = :id) < :most
            ON CONFLICT DO NOTHING
            """)
        .bind("id", run.id)
        .bind("talk", talk)
        .bind("change", json(bounded(change)))
        .bind("most", SAMPLED_TALKS)
        .execute();
  }

  private static TalkView.Change bounded(TalkView.Change change) {
    return new TalkView.Change(
        bounded(change.tagsAdded()),
        bounded(change.tagsRemoved()),
        bounded(change.keyPointsAdded()),
        bounded(change.keyPointsRemoved()));
  }

  private static List<String> bounded(List<String> texts) {
    return texts.stream()
        .limit(SAMPLED_ITEMS)
        .map(
            text ->
                text.codePointCount(0, text.length()) <= SAMPLED_LENGTH
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, SAMPLED_LENGTH - 1)) + "…")
        .toList();
  }

  private static void record(Handle handle, Run run, UUID last, Counts counts) {
    handle
        .createUpdate(
            """
            UPDATE recorded.reanalysis
               SET last_document = :last, updated_at = now(), documents = documents + :documents,
                   documents_unread = documents_unread + :unread, talks = talks + :talks,
                   talks_changed = talks_changed + :changed, tags_added = tags_added + :tagsAdded,
                   tags_removed = tags_removed + :tagsRemoved,
                   key_points_added = key_points_added + :keyPointsAdded,
                   key_points_removed = key_points_removed + :keyPointsRemoved
             WHERE reanalysis_id = :id
            """)
        .bind("id", run.id)
        .bind("last", last)
        .bind("documents", counts.documents)
        .bind("unread", counts.unread)
        .bind("talks", counts.talks)
        .bind("changed", counts.changed)
        .bind("tagsAdded", counts.tagsAdded)
        .bind("tagsRemoved", counts.tagsRemoved)
        .bind("keyPointsAdded", counts.keyPointsAdded)
        .bind("keyPointsRemoved", counts.keyPointsRemoved)
        .execute();
  }

  /** What a batch adds to the counts of its run. */
  private static final class Counts {
    private int documents;
    private int unread;
    private int talks;
    private int changed;
    private int tagsAdded;
    private int tagsRemoved;
    private int keyPointsAdded;
    private int keyPointsRemoved;

    private void add(TalkView.Change change) {
      changed++;
      tagsAdded += change.tagsAdded().size();
      tagsRemoved += change.tagsRemoved().size();
      keyPointsAdded += change.keyPointsAdded().size();
      keyPointsRemoved += change.keyPointsRemoved().size();
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings can be written", e);
    }
  }
}
