package io.confnotes.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.endtoend.Standalone;
import io.confnotes.endtoend.monitoring.TraceReceiver.Received;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces leave the services where they are told an address, and nowhere else. */
final class TracesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void shouldFollowANoteFromTheRequestToTheTables(@TempDir Path data) throws IOException {
    try (var receiver = new TraceReceiver();
        var confnotes =
            new Standalone(
                data.resolve("confnotes"), Map.of("CONFNOTES_TRACES_URL", receiver.url()))) {
      // When
      var accepted = confnotes.submit("event=Harbour+Days", Scene.NOTES);
      assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");

      // Then
      confnotes.await("traced", PATIENCE, () -> applied(receiver).isPresent());
      Received applied = applied(receiver).orElseThrow();
      confnotes.await("traced before", PATIENCE, () -> parent(receiver, applied).isPresent());
      Received ingested = parent(receiver, applied).orElseThrow();
      confnotes.await(
          "traced from its start", PATIENCE, () -> parent(receiver, ingested).isPresent());
      Received asked = parent(receiver, ingested).orElseThrow();
      assertThat(List.of(asked, ingested, applied))
          .extracting(Received::service)
          .containsExactly("query-service", "ingest-service", "summary-service");
      assertThat(List.of(asked, ingested, applied))
          .extracting(received -> received.span().getTraceId())
          .containsOnly(asked.span().getTraceId());
      assertThat(asked.span().getParentSpanId().isEmpty()).isTrue();
      assertThat(receiver.spans().toString()).doesNotContain("jar of water");
      // Nothing is a trace of its own that nobody asked for
      assertThat(receiver.spans())
          .filteredOn(received -> received.span().getParentSpanId().isEmpty())
          .extracting(received -> received.span().getKind())
          .containsOnly(SpanKind.SPAN_KIND_SERVER);
    }
  }

  private static Optional<Received> applied(TraceReceiver receiver) {
    return receiver.spans().stream()
        .filter(received -> received.span().getName().equals("apply document"))
        .findFirst();
  }

  private static Optional<Received> parent(TraceReceiver receiver, Received child) {
    return receiver.spans().stream()
        .filter(received -> received.span().getSpanId().equals(child.span().getParentSpanId()))
        .findFirst();
  }

  @Test
  void shouldKeepTracesToThemselves(@TempDir Path data) throws IOException {
    Path folder = data.resolve("confnotes");
    try (var usual = usualReceiver()) {
      // When
      try (var confnotes = new Standalone(folder, Map.of("CONFNOTES_TRACES_URL", ""))) {
        var accepted = confnotes.submit("event=Harbour+Days", Scene.NOTES);
        assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");
      }

      // Then: what would still have to be sent is sent at the end
      assertThatThrownBy(usual::accept).isInstanceOf(SocketTimeoutException.class);
      for (String service : List.of("ingest", "summary", "query")) {
        assertThat(Files.readString(folder.resolve("logs/" + service + ".log")))
            .as("the log of %s", service)
            .contains("traceId=")
            .doesNotContainIgnoringCase("export");
      }
    }
  }

  /** Listens where exporters look for a receiver that nobody has told them of. */
  private static ServerSocket usualReceiver() throws IOException {
    try {
      var socket = new ServerSocket(4317, 50, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(1);
      return socket;
    } catch (BindException taken) {
      return Assumptions.abort("somebody listens on port 4317: " + taken.getMessage());
    }
  }
}
