package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients submit while processes are killed. {@code -Dconfnotes.kill.documents=1000} makes it
 * larger; the kills are spread over the documents.
 */
final class KillIT {
  private static final int DOCUMENTS = Integer.getInteger("confnotes.kill.documents", 200);
  private static final int CLIENTS = 8;
  private static final int SUMMARY_KILLS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void shouldHaveEveryTalkExactlyOnceWhateverIsKilled(@TempDir Path data)
      throws IOException, InterruptedException, ExecutionException {
    try (Standalone confnotes = new Standalone(data.resolve("confnotes"));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      // Given
      AtomicInteger next = new AtomicInteger();
      AtomicInteger accepted = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      IntStream.range(0, CLIENTS)
          .forEach(
              client ->
                  running.add(
                      clients.submit(
                          () -> {
                            for (int i = next.getAndIncrement();
                                i < DOCUMENTS;
                                i = next.getAndIncrement()) {
                              submit(confnotes, i);
                              accepted.incrementAndGet();
                            }
                          })));

      // When
      long last = 0;
      for (int kill = 1; kill <= SUMMARY_KILLS; kill++) {
        int due = kill * DOCUMENTS / (SUMMARY_KILLS + 1);
        confnotes.await("submitted", PATIENCE, () -> accepted.get() >= due);
        last = killSummary(confnotes, last);
        if (kill == 3) {
          confnotes.postgresql().destroyForcibly();
        }
      }
      for (Future<?> client : running) {
        client.get();
      }

      // Then
      confnotes.await("all stored", PATIENCE, () -> talks(confnotes) >= 2L * DOCUMENTS);
      List<String> titles = titles(confnotes);
      assertThat(titles).doesNotHaveDuplicates().hasSize(2 * DOCUMENTS);
    }
  }

  /** Kills the process of summary-service that runs after the last one that was killed. */
  private static long killSummary(Standalone confnotes, long last) {
    AtomicReference<@Nullable ProcessHandle> found = new AtomicReference<>();
    confnotes.await(
        "restarted",
        PATIENCE,
        () -> {
          found.set(confnotes.findService("summary").filter(p -> p.pid() != last).orElse(null));
          return found.get() != null;
        });
    ProcessHandle process = Objects.requireNonNull(found.get());
    process.destroyForcibly();
    return process.pid();
  }

  /** Tries again as long as it is told to, as a careful client does. */
  private static void submit(Standalone confnotes, int i) {
    String text =
        "Tides Part %d\nMara Quill\nA jar of water number %d is enough to see the tide come in.\nKnots Part %d\nOdo Fenn\nThree knots hold boat number %d.\n"
            .formatted(i, i, i, i);
    for (int attempt = 0; attempt < 50; attempt++) {
      HttpResponse<String> answer =
          confnotes.post("/api/v1/notes?event=Harbour+Days+2024&document=" + i, text);
      if (answer.statusCode() == 202) {
        return;
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    }
    throw new AssertionError("never accepted: " + i);
  }

  private static long talks(Standalone confnotes) {
    try {
      HttpResponse<String> answer =
          confnotes.get(confnotes.web() + "/api/v1/events/harbour-days-2024");
      return answer.statusCode() == 200 ? Standalone.parse(answer.body()).get("talks").asLong() : 0;
    } catch (UncheckedIOException away) {
      return 0;
    }
  }

  private static List<String> titles(Standalone confnotes) {
    List<String> titles = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = confnotes.json("/api/v1/talks?event=harbour-days-2024&limit=200" + cursor);
      page.get("items").forEach(talk -> titles.add(talk.get("title").asText()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
    } while (!cursor.isEmpty());
    return titles;
  }
}
