package io.confnotes.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The one broker and the one PostgreSQL of a test JVM, started by the first test that asks for them
 * and stopped with the test session.
 *
 * <p>They run in this JVM and beside it, or, with the system property {@code
 * confnotes.test.infrastructure} set to {@code containers}, in containers of the images that {@code
 * confnotes.test.image.kafka} and {@code confnotes.test.image.postgresql} name. Safe for use by
 * several threads.
 */
public final class TestServers {

  static final String OWNER = "confnotes_owner";
  static final String READER = "confnotes_reader";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static @Nullable TestServers instance;

  private final TestInfrastructure infrastructure;

  private TestServers(TestInfrastructure infrastructure) {
    this.infrastructure = infrastructure;
  }

  /** The servers of this JVM; the first call starts them, which takes some seconds. */
  public static synchronized TestServers get() {
    if (instance == null) {
      instance = new TestServers(SharedInfrastructure.ofThisJvm());
    }
    return instance;
  }

  public String bootstrapServers() {
    return infrastructure.bootstrapServers();
  }

  /** A new database without tables, whose owner may do everything in it. */
  public Database newDatabase() {
    return newDatabase("template1");
  }

  /**
   * A new database with all that another one of {@link #newDatabase()} has, to which nobody may be
   * connected meanwhile.
   */
  public Database newCopyOf(Database original) {
    return newDatabase(original.url().substring(infrastructure.url("").length()));
  }

  private Database newDatabase(String template) {
    var name = "confnotes_" + infrastructure.nextNumber();
    execute("CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + template);
    return new Database(infrastructure.url(name), OWNER, OWNER, READER, READER);
  }

  /**
   * Creates a topic and returns when it can be used; leaves one that is there as it is.
   *
   * @throws IllegalStateException if the broker does not do it
   */
  public void createTopic(String name, int partitions, Map<String, String> config) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      var topic = new NewTopic(name, partitions, (short) 1).configs(config);
      admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Can't create the topic " + name, e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating the topic " + name, e);
    }
  }

  /**
   * Cuts all sessions and refuses new ones until {@link #startPostgreSQL()}; what is committed is
   * kept.
   */
  public synchronized void stopPostgreSQL() {
    infrastructure.stopPostgreSQL();
  }

  /**
   * Starts the stopped server on the same port with the same data, and returns when it takes
   * connections.
   */
  public synchronized void startPostgreSQL() {
    infrastructure.startPostgreSQL();
    var deadline = Instant.now().plus(PATIENCE);
    while (!takesConnections()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("PostgreSQL takes no connections");
      }
    }
  }

  private boolean takesConnections() {
    try (var connection = infrastructure.connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void execute(String sql) {
    try (Connection connection = infrastructure.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused a test's database", e);
    }
  }
}
