package io.confnotes.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a JVM whose tests are loaded by several class loaders, as Quarkus does once per
 * test profile: they are started by the system's class loader, and the others reach them through
 * types of the JDK, which all of them share.
 */
public final class SharedInfrastructure implements TestInfrastructure {

  private static @Nullable TestInfrastructure started;

  private final Map<?, ?> operations;

  private SharedInfrastructure(Map<?, ?> operations) {
    this.operations = operations;
  }

  /** The servers, started by the first call in the JVM. */
  static TestInfrastructure ofThisJvm() {
    try {
      var shared =
          Class.forName(
              SharedInfrastructure.class.getName(), true, ClassLoader.getSystemClassLoader());
      var operations = (Map<?, ?>) shared.getMethod("operations").invoke(null);
      return new SharedInfrastructure(Objects.requireNonNull(operations));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The test servers did not start", e);
    }
  }

  /**
   * Starts the servers if they don't run, and gives what can be done with them; for {@link
   * #ofThisJvm} only.
   */
  public static synchronized Map<String, Object> operations() {
    var servers = started == null ? start() : started;
    started = servers;
    Supplier<String> bootstrapServers = servers::bootstrapServers;
    Supplier<String> address = servers::address;
    Supplier<Integer> nextNumber = servers::nextNumber;
    Callable<Connection> connect = servers::connect;
    Runnable stopPostgreSQL = servers::stopPostgreSQL;
    Runnable startPostgreSQL = servers::startPostgreSQL;
    return Map.of(
        "bootstrapServers", bootstrapServers,
        "address", address,
        "nextNumber", nextNumber,
        "connect", connect,
        "stopPostgreSQL", stopPostgreSQL,
        "startPostgreSQL", startPostgreSQL);
  }

  static synchronized void stop() {
    if (started != null) {
      started.close();
      started = null;
    }
  }

  @Override
  public String bootstrapServers() {
    return String.valueOf(((Supplier<?>) operation("bootstrapServers")).get());
  }

  @Override
  public String address() {
    return String.valueOf(((Supplier<?>) operation("address")).get());
  }

  @Override
  public int nextNumber() {
    return (Integer) ((Supplier<?>) operation("nextNumber")).get();
  }

  @Override
  public Connection connect() throws SQLException {
    try {
      return (Connection) ((Callable<?>) operation("connect")).call();
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stopPostgreSQL() {
    ((Runnable) operation("stopPostgreSQL")).run();
  }

  @Override
  public void startPostgreSQL() {
    ((Runnable) operation("startPostgreSQL")).run();
  }

  /** Nothing: the servers are stopped with the test session. */
  @Override
  public void close() {}

  private Object operation(String name) {
    return Objects.requireNonNull(operations.get(name));
  }

  /** Kafka looks for classes in the thread's class loader, which is to be its own. */
  private static TestInfrastructure start() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(SharedInfrastructure.class.getClassLoader());
    try {
      var servers = infrastructure();
      createRoles(servers);
      return servers;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static TestInfrastructure infrastructure() {
    var wanted = System.getProperty("confnotes.test.infrastructure", "embedded");
    return switch (wanted) {
      case "embedded" -> new EmbeddedInfrastructure();
      case "containers" -> new ContainerInfrastructure();
      default ->
          throw new IllegalArgumentException(
              "confnotes.test.infrastructure is " + wanted + ": embedded or containers");
    };
  }

  private static void createRoles(TestInfrastructure servers) {
    try (var connection = servers.connect();
        var statement = connection.createStatement()) {
      for (var role : new String[] {TestServers.OWNER, TestServers.READER}) {
        statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused the tests' roles", e);
    }
  }
}
