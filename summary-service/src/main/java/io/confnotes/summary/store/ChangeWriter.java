package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.store.TalkStore.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
    List<DocumentRows.Known> known = DocumentRows.known(handle, document.documentId());
    known.forEach(talk -> touched.add(talk.talkId()));
    List<UUID> talkIds = Assignments.redirected(handle, assigned(document, known));
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
    DocumentRows.known(handle, documentId).forEach(talk -> touched.add(talk.talkId()));
    DocumentRows.delete(handle, documentId);
    if (recording) {
      Submissions.retracted(handle, withdrawn);
    }
    return Outcome.RETRACTED;
  }

  /**
   * In this order: what was recorded, what the previous revision had, what such a talk is born
   * with.
   */
  private List<UUID> assigned(ParsedDocument document, List<DocumentRows.Known> known) {
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
    if (recording) {
      assignments.record(handle, talkIds);
    }
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
