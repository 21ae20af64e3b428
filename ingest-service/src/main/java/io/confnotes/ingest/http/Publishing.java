package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusal;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.publish.DocumentPublisher;
import io.confnotes.ingest.publish.LogUnavailable;
import io.confnotes.ingest.publish.Publication;
import io.confnotes.ingest.publish.RecordTooLarge;
import io.confnotes.ingest.publish.Sender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Publishes the documents of one request with several on their way at a time. After the log has
 * failed once, nothing more is tried. Not thread-safe.
 */
final class Publishing {
  private static final Logger LOG = Logger.getLogger(Publishing.class);
  private static final int MAX_IN_FLIGHT = 16;
  private static final int MAX_BYTES_IN_FLIGHT = 8 << 20;

  private record Sent(Accepted.Item item, Publication publication) {}

  private final DocumentPublisher publisher;
  private final Sender sender;
  private final Refusals refusals;
  private final Deque<Sent> inFlight = new ArrayDeque<>();
  private final List<Accepted.Item> acknowledged = new ArrayList<>();
  private int bytesInFlight;
  private boolean logAway;

  /**
   * @param refusals where documents are added that were not acknowledged
   */
  Publishing(DocumentPublisher publisher, Sender sender, Refusals refusals) {
    this.publisher = publisher;
    this.sender = sender;
    this.refusals = refusals;
  }

  boolean logAway() {
    return logAway;
  }

  /**
   * @throws RefusedException where the log failed for a document before
   */
  void requireLog() {
    if (logAway) {
      throw Problem.logAway();
    }
  }

  /**
   * Sends a document, and waits for others while there are too many on their way.
   *
   * @param item what is answered once it is acknowledged
   * @throws RefusedException where it cannot be sent
   */
  void send(Document document, Accepted.Item item) {
    try {
      Publication publication = publisher.send(document, item.submissionId(), sender);
      inFlight.add(new Sent(item, publication));
      bytesInFlight += publication.bytes();
    } catch (RecordTooLarge e) {
      throw Problem.recordTooLarge();
    } catch (LogUnavailable e) {
      failed(e);
      throw Problem.logAway();
    }
    while (inFlight.size() > MAX_IN_FLIGHT || bytesInFlight > MAX_BYTES_IN_FLIGHT) {
      awaitOldest();
    }
  }

  /**
   * Waits for all, and gives those that were acknowledged, in the order in which they were sent.
   */
  List<Accepted.Item> finish() {
    while (!inFlight.isEmpty()) {
      awaitOldest();
    }
    return acknowledged;
  }

  private void awaitOldest() {
    Sent sent = inFlight.remove();
    bytesInFlight -= sent.publication.bytes();
    try {
      sent.publication.await();
      acknowledged.add(sent.item);
    } catch (LogUnavailable e) {
      failed(e);
      refusals.add(Refusal.of(sent.item.path(), Problem.logAway().problem()));
    }
  }

  private void failed(LogUnavailable e) {
    if (!logAway) {
      LOG.warnf("not published: %s", e.getMessage());
    }
    logAway = true;
  }
}
