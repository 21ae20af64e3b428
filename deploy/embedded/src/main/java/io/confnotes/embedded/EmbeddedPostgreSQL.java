package io.confnotes.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A real PostgreSQL 18 beside this JVM, from binaries that come as Maven artifacts. It listens on
 * 127.0.0.1 only and asks everyone for a password. Should this JVM be killed, a guardian process
 * shuts the server down at once.
 */
public final class EmbeddedPostgreSQL implements AutoCloseable {

  /** The superuser's name. */
  public static final String SUPERUSER = "postgres";

  private static final String WAIT_SECONDS = "60";

  private final PostgreSQLBinaries binaries;
  private final Path dataDirectory;
  private final int port;
  private final Settings settings;
  private final Process guardian;

  private EmbeddedPostgreSQL(
      PostgreSQLBinaries binaries,
      Path dataDirectory,
      int port,
      Settings settings,
      Process guardian) {
    this.binaries = binaries;
    this.dataDirectory = dataDirectory;
    this.port = port;
    this.settings = settings;
    this.guardian = guardian;
  }

  /**
   * How a server is run.
   *
   * @param cache the folder to unpack the binaries to, once; several JVMs may share it
   * @param log the file that takes the server's output, appended
   * @param password of {@link #SUPERUSER}; set when the data directory is created
   * @param durable whether what was committed has to outlive a power failure
   * @param parameters of the server's configuration, over those it has here; values of letters,
   *     digits and {@code . _ / % -} only, as a shell reads them
   */
  public record Settings(
      Path cache, Path log, String password, boolean durable, Map<String, String> parameters) {

    public Settings {
      parameters = Map.copyOf(parameters);
      parameters.forEach(
          (name, value) -> {
            if (!name.matches("[a-z_.]+") || !value.matches("[\\w./%-]+")) {
              throw new IllegalArgumentException(
                  "Not a parameter of PostgreSQL that can be set here: " + name + "=" + value);
            }
          });
    }

    /** With the parameters that the server has here. */
    public Settings(Path cache, Path log, String password, boolean durable) {
      this(cache, log, password, durable, Map.of());
    }
  }

  /**
   * Starts a server and returns when it takes connections. A server that a killed JVM left running
   * on the same data is stopped first.
   *
   * @param dataDirectory where the data are, or will be, kept; the caller makes sure that no other
   *     JVM uses it
   * @throws UncheckedIOException if the server does not start; the message or the server's log
   *     tells why
   */
  public static EmbeddedPostgreSQL start(Path dataDirectory, int port, Settings settings) {
    var directory = dataDirectory.toAbsolutePath().normalize();
    try {
      var binaries = PostgreSQLBinaries.unpackedTo(settings.cache().toAbsolutePath());
      initialise(binaries, directory, settings);
      var postmaster = new Postmaster(directory);
      postmaster.stopOrphan();
      var guardian = postmaster.startGuardian();
      try {
        binaries.run("pg_ctl", settings.log(), startArguments(directory, port, settings));
      } catch (IOException e) {
        // An interrupted start may still succeed: then the guardian is needed
        if (!Thread.currentThread().isInterrupted()) {
          Postmaster.dismiss(guardian);
        }
        throw e;
      }
      return new EmbeddedPostgreSQL(binaries, directory, port, settings, guardian);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  /** The server's version: {@code 18.4} of the binaries {@code 18.4.0}. */
  public static String version() {
    var version = PostgreSQLBinaries.version();
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** Unpacks the binaries ahead of the first start. */
  public static void unpack(Path cache) {
    try {
      PostgreSQLBinaries.unpackedTo(cache.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JDBC address without user and password. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A connection of the superuser to the database {@code postgres}. */
  public Connection connect() throws SQLException {
    return connect("postgres");
  }

  /** A connection of the superuser to a database. */
  public Connection connect(String database) throws SQLException {
    var login = new Properties();
    login.setProperty("user", SUPERUSER);
    login.setProperty("password", settings.password());
    return Objects.requireNonNull(driver().connect(url(database), login));
  }

  /** Our own class loader's: which ones DriverManager knows depends on who used it first. */
  private static Driver driver() throws SQLException {
    try {
      var type = Class.forName("org.postgresql.Driver").asSubclass(Driver.class);
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("PostgreSQL's driver is not on the class path", e);
    }
  }

  /** Whether the server's process is alive. */
  public boolean isRunning() {
    try {
      return new Postmaster(dataDirectory).process().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fast shutdown: sessions are cut, their transactions rolled back, the data left clean. */
  @Override
  public void close() {
    try {
      if (isRunning()) {
        binaries.run(
            "pg_ctl",
            settings.log(),
            List.of(
                "-D", dataDirectory.toString(), "-m", "fast", "-w", "-t", WAIT_SECONDS, "stop"));
      }
      Postmaster.dismiss(guardian);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * In a folder beside the final one, which appears when it is complete: an interrupted initdb
   * leaves nothing that looks like data.
   */
  private static void initialise(PostgreSQLBinaries binaries, Path dataDirectory, Settings settings)
      throws IOException {
    if (Files.exists(dataDirectory.resolve("PG_VERSION"))) {
      return;
    }
    var parent = Objects.requireNonNull(dataDirectory.getParent());
    var unfinished = parent.resolve(dataDirectory.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectories(parent);
    var password = Files.createTempFile(parent, "initdb", null);
    try {
      Files.writeString(password, settings.password());
      binaries.run("initdb", settings.log(), initialArguments(unfinished, password, settings));
    } finally {
      Files.delete(password);
    }
    Files.move(unfinished, dataDirectory, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The collation is PostgreSQL's own, so that an index outlives a change of the operating system.
   */
  private static List<String> initialArguments(Path directory, Path password, Settings settings) {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of(
            "-D",
            directory.toString(),
            "-U",
            SUPERUSER,
            "--pwfile",
            password.toString(),
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8"));
    arguments.addAll(
        List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=" + ctype()));
    if (!settings.durable()) {
      arguments.add("--no-sync");
    }
    return arguments;
  }

  private static String ctype() {
    return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
  }

  private static List<String> startArguments(Path dataDirectory, int port, Settings settings) {
    var options = new StringBuilder("-p " + port);
    var configuration = new TreeMap<>(configuration(settings.durable()));
    configuration.putAll(settings.parameters());
    configuration.forEach(
        (name, value) -> options.append(" -c ").append(name).append('=').append(value));
    return List.of(
        "-D",
        dataDirectory.toString(),
        "-l",
        settings.log().toString(),
        "-o",
        options.toString(),
        "-w",
        "-t",
        WAIT_SECONDS,
        "start");
  }

  private static Map<String, String> configuration(boolean durable) {
    var onOrOff = durable ? "on" : "off";
    return Map.of(
        "listen_addresses", "127.0.0.1",
        "unix_socket_directories", "''",
        "timezone", "UTC",
        "fsync", onOrOff,
        "synchronous_commit", onOrOff,
        "full_page_writes", onOrOff,
        "max_connections", "100",
        "shared_buffers", "32MB");
  }
}
