package io.confnotes.image;

import io.confnotes.embedded.access.TestTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Numbered documents with two talks each, of an event that no other test has. */
record Notes(String event) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  HttpRequest submission(String service, int number) {
    var query = "event=%s&document=%s".formatted(encoded(event), encoded(event + " " + number));
    return HttpRequest.newBuilder(URI.create(service + "/api/v1/notes?" + query))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + TestTokens.of("submit"))
        .header("Idempotency-Key", event + " " + number)
        .header("Content-Type", "text/plain")
        .POST(
            BodyPublishers.ofString(
                """
                Tides Part %1$d
                Mara Quill
                A jar of water number %1$d is enough to see the tide come in.
                Knots Part %1$d
                Odo Fenn
                Three knots hold boat number %1$d.
                """
                    .formatted(number)))
        .build();
  }

  HttpRequest search(String service, String query) {
    return HttpRequest.newBuilder(
            URI.create(service + "/api/v1/talks?event=" + slug() + "&" + query))
        .timeout(PATIENCE)
        .build();
  }

  /** The titles of the talks of documents. */
  List<String> titles(Collection<Integer> numbers) {
    return numbers.stream()
        .<String>mapMulti(
            (number, titles) -> {
              titles.accept("Tides Part " + number);
              titles.accept("Knots Part " + number);
            })
        .toList();
  }

  /** The titles of talks in the tables. */
  List<String> storedTalks(Connection connection) throws SQLException {
    return stored(connection, "SELECT title FROM derived.talk WHERE event = ?");
  }

  /** The titles of talk notes in the tables. */
  List<String> storedTalkNotes(Connection connection) throws SQLException {
    return stored(
        connection,
        """
        SELECT talk_notes.title
          FROM derived.talk_notes
          JOIN derived.document USING (document_id)
         WHERE document.event = ?
        """);
  }

  private List<String> stored(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, event);
      var titles = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          titles.add(rows.getString(1));
        }
      }
      return titles;
    }
  }

  private String slug() {
    return event.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
