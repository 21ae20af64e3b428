package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.QueryMix.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Asks again and again, always as many at once: each client waits for an answer and asks anew. */
final class HttpLoad implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** query-service has room for 50 followers, and may notice a second later that one has gone. */
  private static final int FOLLOWERS_A_SECOND = 40;

  private final URI address;
  private final long seed;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * Load on a service.
   *
   * @param address without path
   */
  HttpLoad(URI address, long seed) {
    this.address = address;
    this.seed = seed;
  }

  /** Makes requests of any of these kinds, each as often. */
  Latencies run(List<Kind> kinds, int concurrency, Duration duration) throws InterruptedException {
    Latencies all = new Latencies();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    SplittableRandom randoms = new SplittableRandom(seed);
    try (ExecutorService executor = Executors.newFixedThreadPool(concurrency)) {
      List<Future<Latencies>> clients = new ArrayList<>();
      for (int i = 0; i < concurrency; i++) {
        RandomGenerator random = randoms.split();
        clients.add(executor.submit(() -> ask(kinds, concurrency, end, random)));
      }
      for (Future<Latencies> each : clients) {
        all.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client failed", e.getCause());
    }
    return all.of(Duration.ofNanos(System.nanoTime() - start));
  }

  /** At least once, however short the time is. */
  private Latencies ask(List<Kind> kinds, int concurrency, long end, RandomGenerator random)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    do {
      Kind kind = kinds.get(random.nextInt(kinds.size()));
      URI uri = address.resolve(kind.paths().next(random));
      long start = System.nanoTime();
      boolean good = kind.follows() ? follow(uri) : get(uri);
      latencies.record(System.nanoTime() - start, good);
      if (kind.follows()) {
        Thread.sleep(1_000L * concurrency / FOLLOWERS_A_SECOND);
      }
    } while (System.nanoTime() < end);
    return latencies;
  }

  /** The same load on another service. */
  HttpLoad on(URI other) {
    return new HttpLoad(other, seed);
  }

  /** Makes a request; whether the answer was 200. */
  boolean get(String path) throws InterruptedException {
    return get(address.resolve(path));
  }

  private boolean get(URI uri) throws InterruptedException {
    try {
      return client.send(request(uri), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean follow(URI uri) throws InterruptedException {
    try {
      HttpResponse<InputStream> response = client.send(request(uri), BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        return response.statusCode() == 200
            && lines.lines().anyMatch(line -> line.startsWith("data:"));
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
