package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.store.TalkStore.Outcome;
import io.confnotes.summary.store.document.DocumentRows;
import io.confnotes.summary.store.document.KnownTalks;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Applies changes one after the other, in one transaction. Talks are left as they are: {@link
 * #touched} names those that have to be made anew then.
 */
final class ChangeWriter {
  private final Handle handle;
  private final String topicId;
  private final boolean recording;
  private final SortedSet<UUID> touched = new TreeSet<>();

  /**
   * A writer.
   *
   * @param topicId of the topic that the changes are from
   * @param recording whether schema {@code recorded} is written, too: it already has what was
   *     applied before
   */
  ChangeWriter(Handle handle, String topicId, boolean recording) {
    this.handle = handle;
    this.topicId = topicId;
    this.recording = recording;
  }

  /** The talks whose notes have changed. */
  SortedSet<UUID> touched() {
    return Collections.unmodifiableSortedSet(touched);
  }

  Outcome write(Change change) {
    if (!recording && DeadLetterRows.isNotApplied(handle, topicId, change.envelope())) {
      return Outcome.DEAD_LETTERED;
    }
    return switch (Submissions.earlier(handle, change)) {
      case Submissions.Earlier.None none -> apply(change);
      case Submissions.Earlier.Rejected rejected ->
          recording ? apply(change) : Outcome.DEAD_LETTERED;
      case Submissions.Earlier.Other other -> {
        if (recording) {
          Submissions.conflict(handle, change);
        }
        yield Outcome.CONFLICT;
      }
      // The log keeps the last record of a document: a retry can be all that is left of it
      case Submissions.Earlier.Same same ->
          DocumentRows.isKnown(handle, same.documentId())
              ? Outcome.DUPLICATE
              : apply(change.at(same.offset(), same.submittedAt()));
    };
  }

  private Outcome apply(Change change) {
    return switch (change) {
      case Change.Revised revised -> revise(revised);
      case Change.Withdrawn withdrawn -> withdraw(withdrawn);
      case Change.Rejected rejected -> {
        if (recording) {
          Submissions.rejected(handle, rejected);
          DeadLetterRows.keep(handle, topicId, rejected);
        }
        yield Outcome.DEAD_LETTERED;
      }
    };
  }

  private Outcome revise(Change.Revised revised) {
    ParsedDocument document = revised.document();
    Envelope envelope = revised.envelope();
    String current = DocumentRows.currentRevision(handle, document.documentId());
    DocumentRows.advanceHead(handle, document.documentId(), document.revision(), envelope);
    if (document.revision().equals(current)) {
      if (recording) {
        Submissions.unchanged(handle, revised);
      }
      return Outcome.UNCHANGED;
    }
    KnownTalks known = KnownTalks.of(handle, document.documentId());
    touched.addAll(known.ids());
    List<UUID> talkIds = known.ofRevision(document, recording);
    touched.addAll(talkIds);
    DocumentRows.replace(handle, revised.analysed(), Submissions.origin(handle, revised), talkIds);
    if (recording) {
      Submissions.stored(handle, revised, talkIds);
    }
    return Outcome.STORED;
  }

  private Outcome withdraw(Change.Withdrawn withdrawn) {
    UUID documentId = withdrawn.documentId();
    DocumentRows.advanceHead(handle, documentId, null, withdrawn.envelope());
    touched.addAll(KnownTalks.of(handle, documentId).ids());
    DocumentRows.delete(handle, documentId);
    if (recording) {
      Submissions.retracted(handle, withdrawn);
    }
    return Outcome.RETRACTED;
  }
}
