package io.confnotes.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.read.text.Format;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BrokerAwayTest {

  @Test
  void shouldSayThatTheLogIsUnavailable() throws IOException {
    // Given a port where nobody listens
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    MeterRegistry meters = new SimpleMeterRegistry();
    DocumentPublisher publisher =
        new DocumentPublisher(
            DocumentPublisher.producer(Brokers.open("127.0.0.1:" + port)),
            TextMapPropagator.noop(),
            Clock.systemUTC(),
            meters);
    Document document =
        Document.of(
            "# Tides at Home\n\nby Mara Quill\n\nA jar.\n",
            Format.MARKDOWN,
            new Metadata(null, null, null, null, null),
            null,
            List.of());

    // When / Then
    assertThatThrownBy(
            () -> publisher.publish(document, UUID.randomUUID(), new Sender("anonymous", null)))
        .isInstanceOf(LogUnavailable.class);
    assertThat(document.talks()).isNotEmpty();
    assertThat(meters.get("confnotes.publication").tag("outcome", "failed").timer().count())
        .isOne();
    publisher.close();
  }
}
