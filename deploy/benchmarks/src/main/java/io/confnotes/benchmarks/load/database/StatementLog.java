package io.confnotes.benchmarks.load.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the server's own log what statements somebody's work is made of. */
public final class StatementLog implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WRITTEN = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 10;
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:(NULL)|'((?:[^']++|'')*+)')(?:, |$)");

  private final Path log;
  private final Connection marker;
  private final String reader;
  private long lines;

  /**
   * Follows a log.
   *
   * @param log a JSON object a line
   * @param marker a superuser's connection, which is closed at the end
   * @param reader the role whose statements are read, which are all in the log
   */
  public StatementLog(Path log, Connection marker, String reader) throws SQLException {
    this.log = log;
    this.marker = marker;
    this.reader = reader;
    try (var statement = marker.createStatement()) {
      statement.execute("SET log_statement = 'all'");
    }
  }

  /**
   * A statement that was run.
   *
   * @param sql with {@code $1} for the first parameter
   * @param parameters as text
   */
  public record Logged(String sql, List<@Nullable String> parameters) {}

  /** Work that may be interrupted. */
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * The statements that were run by some work, as long as nobody else does any.
   *
   * @throws IllegalStateException if they are not in the log after 20 s
   */
  public List<Logged> of(Work work) throws SQLException, IOException, InterruptedException {
    mark();
    work.run();
    return mark().stream()
        .filter(entry -> entry.path("user").asText().equals(reader))
        .map(StatementLog::logged)
        .flatMap(Stream::ofNullable)
        // What a new connection begins with
        .filter(statement -> !statement.sql().startsWith("SET "))
        .toList();
  }

  /** Reads on to a mark that is made now. */
  private List<JsonNode> mark() throws SQLException, IOException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    try (var statement = marker.createStatement()) {
      statement.execute("SELECT '" + mark + "'");
    }
    List<JsonNode> entries = new ArrayList<>();
    Instant deadline = Instant.now().plus(WRITTEN);
    while (Instant.now().isBefore(deadline)) {
      for (JsonNode entry : read()) {
        if (entry.path("message").asText().contains(mark)) {
          return entries;
        }
        entries.add(entry);
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("Statements do not come into " + log);
  }

  /** What has been written since, as far as lines are whole. */
  private List<JsonNode> read() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    try (var file = Files.newByteChannel(log)) {
      file.position(lines);
      byte[] bytes = java.nio.channels.Channels.newInputStream(file).readAllBytes();
      int start = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          entries.add(JSON.readTree(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
          start = i + 1;
        }
      }
      lines += start;
    }
    return entries;
  }

  /** {@code execute <name>: SQL} with parameters, or {@code statement: SQL}. */
  private static @Nullable Logged logged(JsonNode entry) {
    String message = entry.path("message").asText();
    if (message.startsWith("statement: ")) {
      return new Logged(message.substring("statement: ".length()), List.of());
    }
    if (!message.startsWith("execute ")) {
      return null;
    }
    List<@Nullable String> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(entry.path("detail").asText());
    while (matcher.find()) {
      parameters.add(matcher.group(1) != null ? null : matcher.group(2).replace("''", "'"));
    }
    return new Logged(message.substring(message.indexOf(": ") + 2), parameters);
  }

  @Override
  public void close() throws SQLException {
    marker.close();
  }
}
