package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.query.change.ChangeResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class ChangeIT {

  @TestHTTPResource("/api/v1/changes")
  @SuppressWarnings("NullAway.Init")
  URL url;

  @ConfigProperty(name = "confnotes.database.url")
  @SuppressWarnings("NullAway.Init")
  String database;

  @ConfigProperty(name = "test.owner")
  @SuppressWarnings("NullAway.Init")
  String owner;

  @ConfigProperty(name = "test.owner-password")
  @SuppressWarnings("NullAway.Init")
  String password;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ChangeResource changes;

  /** A client that has gone when the first event is sent, as the framework tells it. */
  private static final class Gone implements SseEventSink {
    private boolean closed;

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      throw new IllegalStateException("Already closed");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Event(String id, String name, UUID talkId, String state) {}

  /** A client that reads events as they come. */
  private static final class Client implements AutoCloseable {

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    Client(URL url, @Nullable String lastEventId) throws IOException {
      connection = (HttpURLConnection) url.openConnection();
      connection.setReadTimeout(20_000);
      if (lastEventId != null) {
        connection.setRequestProperty("Last-Event-ID", lastEventId);
      }
      InputStream stream = connection.getInputStream();
      assertThat(connection.getContentType()).startsWith("text/event-stream");
      lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** Waits for the first sign of life. */
    void awaitComment() throws IOException {
      String line = line();
      while (!line.startsWith(":")) {
        line = line();
      }
    }

    private String line() throws IOException {
      return Objects.requireNonNull(lines.readLine(), "the server has ended it");
    }

    Event next() throws IOException {
      String id = "";
      String name = "";
      String data = "";
      while (true) {
        String line = line();
        if (line.isEmpty() && !data.isEmpty()) {
          JsonPath json = JsonPath.from(data);
          return new Event(id, name, json.getUUID("talkId"), json.getString("state"));
        }
        String value = line.substring(line.indexOf(':') + 1).strip();
        switch (line.substring(0, Math.max(0, line.indexOf(':')))) {
          case "id" -> id = value;
          case "event" -> name = value;
          case "data" -> data += value;
          default -> {}
        }
      }
    }

    List<Event> next(int count) throws IOException {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        events.add(next());
      }
      return events;
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }

  /** As summary-service does it. */
  private void change(UUID... talks) {
    Jdbi.create(database, owner, password)
        .useTransaction(
            handle -> {
              handle.execute("UPDATE recorded.change_clock SET last = last + 1");
              for (UUID talk : talks) {
                handle.execute(
                    "INSERT INTO recorded.talk_change (talk_id, change_id)"
                        + " SELECT ?, last FROM recorded.change_clock"
                        + " ON CONFLICT (talk_id) DO UPDATE SET change_id = excluded.change_id",
                    talk);
              }
            });
  }

  @Test
  void shouldTellWhatChangesFromNowOn() throws IOException {
    try (Client client = new Client(url, null)) {
      // Given
      client.awaitComment();

      // When
      change(TestTalks.SNAKE);
      change(TestTalks.CONTAINERS, TestTalks.id(9999));

      // Then
      List<Event> events = client.next(3);
      assertThat(events).extracting(Event::name).containsOnly("talk");
      assertThat(events)
          .extracting(Event::talkId)
          .containsExactly(TestTalks.SNAKE, TestTalks.CONTAINERS, TestTalks.id(9999));
      assertThat(events).extracting(Event::state).containsExactly("stored", "stored", "removed");
    }
  }

  @Test
  void shouldGoOnAfterTheLastEvent() throws IOException {
    // Given
    Event first;
    Event second;
    try (Client client = new Client(url, "0")) {
      first = client.next();
      second = client.next();
    }

    // When
    try (Client client = new Client(url, first.id())) {
      // Then
      assertThat(client.next()).isEqualTo(second);
    }
  }

  @Test
  void shouldTellOfEveryTalkFromTheBeginning() throws IOException {
    // Given
    int talks = given().get("/api/v1/talks?limit=200").jsonPath().getList("items").size();

    // When
    List<Event> events;
    try (Client client = new Client(url, "0")) {
      events = client.next(talks);
    }

    // Then
    assertThat(events).extracting(Event::talkId).doesNotHaveDuplicates();
    assertThat(events).extracting(Event::talkId).contains(TestTalks.STORAGE, TestTalks.HOCHZEIT);
  }

  @Test
  void shouldRefuseWhatIsNoEventId() {
    given()
        .header("Last-Event-ID", "yesterday")
        .get("/api/v1/changes")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("parameter", equalTo("Last-Event-ID"));
  }

  @Test
  void shouldEndQuietlyWhereAClientGoesMeanwhile() throws InterruptedException {
    // Given
    Gone gone = new Gone();

    // When
    changes.follow(null, "0", gone, new SseImpl());

    // Then
    assertThat(gone.isClosed()).isTrue();
  }

  @Test
  void shouldBoundHowManyFollow() {
    // Given
    List<Client> clients = new ArrayList<>();

    // When
    try {
      assertThatThrownBy(
              () -> {
                while (true) {
                  clients.add(new Client(url, null));
                }
              })
          // Then
          .isInstanceOf(IOException.class)
          .hasMessageContaining("503");
      assertThat(clients).hasSizeBetween(40, 50);
    } finally {
      clients.forEach(Client::close);
    }
  }
}
