package io.confnotes.image;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Several clients with numbered requests, each with the next one a moment after it was answered.
 * They keep their connections, and try nothing a second time.
 */
final class Load implements AutoCloseable {
  private static final int PAUSE_MILLIS = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger next = new AtomicInteger();
  private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final IntFunction<HttpRequest> requests;
  private final int status;
  private final ScheduledExecutorService clients;

  /**
   * Starts at once.
   *
   * @param status what a good answer has
   */
  Load(int clients, int status, IntFunction<HttpRequest> requests) {
    this.requests = requests;
    this.status = status;
    this.clients = Executors.newScheduledThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      // Not all at the same time
      int delay = PAUSE_MILLIS * i / clients;
      var _ =
          this.clients.scheduleWithFixedDelay(
              this::request, delay, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** The numbers of requests with a good answer. */
  Set<Integer> answered() {
    return answered;
  }

  /** What became of the others. */
  Queue<String> failures() {
    return failures;
  }

  /** Waits for the last answers. */
  @Override
  public void close() {
    clients.close();
    http.close();
  }

  private void request() {
    int number = next.getAndIncrement();
    try {
      var answer = http.send(requests.apply(number), BodyHandlers.ofString());
      if (answer.statusCode() == status) {
        answered.add(number);
      } else {
        failures.add(number + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException | RuntimeException e) {
      failures.add(number + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
