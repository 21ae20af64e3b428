package io.confnotes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("containers")
@Timeout(300)
final class TestServersIT {

  @Test
  void shouldGiveEachTestItsOwnDatabase() throws Exception {
    // Given
    var servers = TestServers.get();
    var first = servers.newDatabase();
    var second = servers.newDatabase();

    // When
    execute(first, "CREATE TABLE talk (title text)");

    // Then
    assertThatThrownBy(() -> execute(second, "SELECT title FROM talk"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void shouldCopyADatabaseWithItsRightsAndChangeTheCopyOnly() throws Exception {
    // Given
    var servers = TestServers.get();
    var original = servers.newDatabase();
    execute(original, "CREATE TABLE talk (title text)");
    execute(original, "GRANT SELECT ON talk TO " + original.reader());

    // When
    var copy = servers.newCopyOf(original);

    // Then
    execute(copy, "ALTER TABLE talk RENAME title TO name");
    execute(original, "SELECT title FROM talk");
    try (var reader =
            DriverManager.getConnection(copy.url(), copy.reader(), copy.readerPassword());
        var statement = reader.createStatement()) {
      statement.execute("SELECT name FROM talk");
    }
  }

  @Test
  void shouldRefuseAWrongPassword() {
    // Given
    var database = TestServers.get().newDatabase();

    // Then
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.url(), database.owner(), "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void shouldGiveTheReaderNoRightsOfItsOwn() throws Exception {
    // Given
    var database = TestServers.get().newDatabase();
    execute(database, "CREATE TABLE talk (title text)");

    // When
    try (var reader =
            DriverManager.getConnection(
                database.url(), database.reader(), database.readerPassword());
        var statement = reader.createStatement()) {

      // Then
      assertThatThrownBy(() -> statement.execute("SELECT title FROM talk"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void shouldComeBackWithItsDataAfterAnInterruption() throws Exception {
    // Given
    var servers = TestServers.get();
    var database = servers.newDatabase();
    execute(database, "CREATE TABLE talk (title text)");

    // When
    servers.stopPostgreSQL();

    // Then
    assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);

    // When
    servers.startPostgreSQL();

    // Then
    execute(database, "SELECT title FROM talk");
  }

  @Test
  void shouldCreateATopicAsAsked() throws Exception {
    // Given
    var servers = TestServers.get();

    // When
    servers.createTopic("as-asked", 3, Map.of("cleanup.policy", "compact"));

    // Then
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
      var topics =
          admin.describeTopics(List.of("as-asked")).allTopicNames().get(60, TimeUnit.SECONDS);
      assertThat(topics.values())
          .singleElement()
          .extracting(topic -> topic.partitions().size())
          .isEqualTo(3);
    }
  }

  @Test
  void shouldBeTheSameServersInAnotherClassLoader() throws Exception {
    // Given
    var servers = TestServers.get();
    try (var other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      var type = other.loadClass(TestServers.class.getName());

      // When
      var same = type.getMethod("get").invoke(null);

      // Then
      assertThat(type).isNotSameAs(TestServers.class);
      assertThat(type.getMethod("bootstrapServers").invoke(same))
          .isEqualTo(servers.bootstrapServers());
      assertThat(String.valueOf(type.getMethod("newDatabase").invoke(same)))
          .isNotEqualTo(servers.newDatabase().toString())
          .contains("jdbc:postgresql://");
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    var urls = new ArrayList<URL>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
  }
}
