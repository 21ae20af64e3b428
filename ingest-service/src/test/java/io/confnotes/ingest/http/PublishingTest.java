package io.confnotes.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusal;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.publish.Sender;
import io.confnotes.ingest.publish.TestPublisher;
import io.confnotes.ingest.read.text.Format;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishingTest {
  private final Refusals refusals = new Refusals();

  @Test
  void shouldHaveSeveralDocumentsOnTheirWay() {
    // Given
    TestPublisher brokers = new TestPublisher(Integer.MAX_VALUE);
    Publishing publishing =
        new Publishing(brokers.publisher(), new Sender("anonymous", null), refusals);

    // When
    sendAll(publishing, 100, "A jar is enough.\n");

    // Then
    assertThat(publishing.finish())
        .extracting(Accepted.Item::path)
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> i + ".md").toList());
    assertThat(brokers.mostInFlight()).isBetween(10, 17);
    assertThat(refusals.count()).isZero();
  }

  @Test
  void shouldBoundTheBytesOnTheirWay() {
    // Given
    TestPublisher brokers = new TestPublisher(Integer.MAX_VALUE);
    Publishing publishing =
        new Publishing(brokers.publisher(), new Sender("anonymous", null), refusals);

    // When
    sendAll(publishing, 20, "A jar is enough.\n".repeat(60_000));

    // Then
    assertThat(publishing.finish()).hasSize(20);
    assertThat(brokers.mostInFlight()).isBetween(2, 9);
  }

  @Test
  void shouldKeepWhatWasAcknowledgedWhenTheLogFails() {
    // Given
    TestPublisher brokers = new TestPublisher(3);
    Publishing publishing =
        new Publishing(brokers.publisher(), new Sender("anonymous", null), refusals);

    // When
    sendAll(publishing, 100, "A jar is enough.\n");
    List<Accepted.Item> items = publishing.finish();

    // Then
    assertThat(items).extracting(Accepted.Item::path).containsExactly("0.md", "1.md", "2.md");
    assertThat(publishing.logAway()).isTrue();
    assertThat(refusals.listed()).hasSize(97);
    assertThat(refusals.listed())
        .extracting(Refusal::type)
        .containsOnly("urn:confnotes:problem:log-unavailable");
    assertThat(brokers.sent()).isLessThan(25);
    assertThat(publications(brokers, "acknowledged")).isEqualTo(3);
    assertThat(publications(brokers, "failed")).isEqualTo(brokers.sent() - 3);
  }

  @Test
  void shouldAskToRetryWhenTheLogTookNothing() {
    Problem problem = Problem.nothingAccepted(refusals, true).problem();
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.type()).endsWith(":log-unavailable");
    assertThat(Problem.nothingAccepted(refusals, false).problem().status()).isEqualTo(422);
  }

  private static long publications(TestPublisher brokers, String outcome) {
    return brokers.meters().get("confnotes.publication").tag("outcome", outcome).timer().count();
  }

  private void sendAll(Publishing publishing, int count, String text) {
    for (int i = 0; i < count; i++) {
      String path = i + ".md";
      try {
        publishing.requireLog();
        publishing.send(document(path, text), item(path));
      } catch (RefusedException e) {
        refusals.add(Refusal.of(path, e.problem()));
      }
    }
  }

  private static Document document(String path, String text) {
    return Document.of(
        "# Tides at Home\n\nby Mara Quill\n\n" + text,
        Format.MARKDOWN,
        new Metadata(null, null, null, null, path),
        path,
        List.of());
  }

  private static Accepted.Item item(String path) {
    return new Accepted.Item(
        path,
        UUID.randomUUID(),
        UUID.randomUUID(),
        "",
        URI.create("/"),
        "text/markdown",
        List.of());
  }
}
