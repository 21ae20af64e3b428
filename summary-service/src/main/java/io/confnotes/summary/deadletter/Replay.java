package io.confnotes.summary.deadletter;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.Changes;
import io.confnotes.summary.http.Problem;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.store.Change;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Applies dead letters as if they had just come, after what was wrong has been mended. One of a
 * document of which something newer was applied changes nothing. Thread-safe; blocks.
 */
@Singleton
final class Replay {
  private static final int MOST = 100;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int CONFLICT = 409;
  private static final int GONE = 410;

  /** A replay can meet a change of the vocabulary; two in a row are hardly possible. */
  private static final int TRIES = 3;

  private final DeadLetterStore letters;
  private final DeadLetterTopic topic;
  private final TalkStore store;

  Replay(DeadLetterStore letters, DeadLetterTopic topic, TalkStore store) {
    this.letters = letters;
    this.topic = topic;
    this.store = store;
  }

  /**
   * Replays one.
   *
   * @return it, afterwards: it waits still, with the reason, where it cannot be applied
   * @throws ProblemException 404 if there is none of this id, 409 if it waits no more, 410 if its
   *     topic no longer has it, 503 if the database or the brokers do not answer
   */
  DeadLetter one(long id, Sender sender) {
    requireWaiting(letters.get(id));
    DeadLetterStore.Place place = letters.place(id);
    ConsumerRecord<byte[], byte[]> record = record(place);
    try {
      for (int i = 0; i < TRIES; i++) {
        try {
          return apply(id, place, record, sender);
        } catch (StoreException.Outdated e) {
          // The vocabulary has changed meanwhile: analysed anew
        }
      }
      throw away("The vocabulary is changing. Try again.");
    } catch (StoreException e) {
      throw away("The database does not answer. Nothing was changed; try again.");
    }
  }

  private DeadLetter apply(
      long id, DeadLetterStore.Place place, ConsumerRecord<byte[], byte[]> record, Sender sender)
      throws StoreException {
    Changes changes =
        new Changes(
            (rejected, reason) ->
                new Change.Letter(
                    null,
                    rejected.serializedValueSize(),
                    place.letterPartition(),
                    place.letterOffset()));
    Change change = changes.of(record, store.analyser());
    if (change instanceof Change.Rejected rejected) {
      letters.refused(id, rejected.reason());
      return letters.get(id);
    }
    try {
      if (store.replay(id, change, sender).isEmpty()) {
        requireWaiting(letters.get(id));
      }
    } catch (StoreException.DataRefused e) {
      letters.refused(id, "sqlstate-" + e.sqlState());
    }
    return letters.get(id);
  }

  /**
   * Replays those that wait, in the order in which they became dead letters: at most {@value
   * #MOST}, and none after 20 s. One whose bytes are gone goes on waiting.
   *
   * @param reason only those with this reason; null for all
   * @param after the last that was tried before, 0 for none
   */
  ReplayCount all(@Nullable String reason, long after, Sender sender) {
    List<Long> ids = letters.waiting(reason, after, MOST);
    long end = System.nanoTime() + LONGEST.toNanos();
    int replayed = 0;
    int superseded = 0;
    int refused = 0;
    int tried = 0;
    for (long id : ids) {
      switch (state(id, sender)) {
        case REPLAYED -> replayed++;
        case SUPERSEDED -> superseded++;
        case WAITING, DISCARDED -> refused++;
      }
      tried++;
      if (System.nanoTime() > end) {
        break;
      }
    }
    boolean more = tried < ids.size() || tried == MOST;
    return new ReplayCount(replayed, superseded, refused, more ? ids.get(tried - 1) : null);
  }

  /** What becomes of one among many, whatever is the matter with it alone. */
  private DeadLetter.State state(long id, Sender sender) {
    try {
      return one(id, sender).state();
    } catch (ProblemException e) {
      return switch (e.problem().status()) {
        case GONE -> DeadLetter.State.WAITING;
        // Somebody else was faster
        case CONFLICT -> letters.get(id).state();
        default -> throw e;
      };
    }
  }

  /**
   * A dead letter as the record it was in the log.
   *
   * @throws ProblemException 404 if there is none of this id, 410 if its topic no longer has it,
   *     503 if the brokers do not answer
   */
  ConsumerRecord<byte[], byte[]> record(long id) {
    return record(letters.place(id));
  }

  private ConsumerRecord<byte[], byte[]> record(DeadLetterStore.Place place) {
    try {
      Optional<ConsumerRecord<byte[], byte[]>> record = topic.read(place);
      return record.orElseThrow(
          () ->
              new ProblemException(
                  Problem.of(
                      "dead-letter-gone",
                      "The dead letter is gone",
                      GONE,
                      "The dead-letter topic no longer has this record. Submit the notes again.")));
    } catch (KafkaException e) {
      throw away("Kafka does not answer. Nothing was changed; try again.");
    }
  }

  static void requireWaiting(DeadLetter letter) {
    if (letter.state() != DeadLetter.State.WAITING) {
      throw new ProblemException(
          Problem.of(
              "dead-letter-decided",
              "The dead letter waits no more",
              CONFLICT,
              "It is %s since %s."
                  .formatted(letter.state().name().toLowerCase(Locale.ROOT), letter.decidedAt())));
    }
  }

  private static ProblemException away(String detail) {
    return new ProblemException(
        Problem.of("service-unavailable", "The service cannot do this now", 503, detail));
  }
}
