package io.confnotes.standalone.status;

import io.confnotes.standalone.data.Instance;
import io.confnotes.standalone.data.Passwords;
import io.confnotes.standalone.port.Ports;
import io.confnotes.standalone.server.ConfnotesDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;

/** How the components of a running instance are, one line each. */
public final class StatusReport {

  private static final int TIMEOUT_SECONDS = 3;

  private final Path folder;

  private StatusReport(Path folder) {
    this.folder = folder;
  }

  /**
   * A component's line.
   *
   * @param detail what one wants to know of it; if it isn't well, what is wrong and what to do
   */
  public record Line(String component, boolean well, String version, String detail) {

    public String text() {
      return String.format(
              Locale.ROOT,
              "%-10s  %-8s  %-7s  %s",
              component,
              well ? "well" : "NOT WELL",
              version,
              detail)
          .stripTrailing();
    }
  }

  /** Asks all components, at the same time. */
  public static List<Line> of(Instance instance, Path folder) {
    var report = new StatusReport(folder);
    var ports = instance.ports();
    return Stream.<Supplier<Line>>of(
            () -> report.service("query", ports.webAddress()),
            () -> report.service("ingest", ports.ingestAddress()),
            () -> report.service("summary", ports.summaryAddress()),
            () -> report.kafka(ports),
            () -> report.postgreSQL(ports))
        .map(CompletableFuture::supplyAsync)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  /** A service's line from what it says of itself. */
  static Line line(String name, String address, Health health, Path log) {
    var details = new ArrayList<String>(List.of(address));
    health.value("lag").ifPresent(lag -> details.add("lag " + lag));
    health.value("deadLetters").ifPresent(count -> details.add("dead letters " + count));
    health.value("reanalysis").ifPresent(state -> details.add("re-analysis: " + state));
    health.value("rebuild").ifPresent(state -> details.add("rebuild: " + state));
    health.value("curation").ifPresent(details::add);
    if (!health.up()) {
      details.add(
          health
              .value("problem")
              .orElseGet(() -> "not ready: " + String.join(", ", health.down())));
    } else {
      health.value("problem").ifPresent(details::add);
    }
    health
        .value("todo")
        .or(() -> health.up() ? Optional.empty() : Optional.of("see " + log))
        .ifPresent(details::add);
    return new Line(
        name, health.up(), health.value("version").orElse(""), String.join(", ", details));
  }

  private Line service(String name, String address) {
    try {
      return line(name, address, Readiness.ask(address), log(name));
    } catch (IOException e) {
      return new Line(
          name,
          false,
          "",
          address
              + " does not answer ("
              + e.getMessage()
              + "): it may be starting again, see "
              + log(name));
    }
  }

  private Line kafka(Ports ports) {
    var version = AppInfoParser.getVersion();
    int millis = TIMEOUT_SECONDS * 1000;
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            ports.bootstrapServers(),
            "request.timeout.ms",
            millis,
            "default.api.timeout.ms",
            millis);
    try (var admin = Admin.create(config)) {
      admin.describeCluster().nodes().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return new Line("kafka", true, version, ports.bootstrapServers());
    } catch (ExecutionException | TimeoutException e) {
      return new Line(
          "kafka",
          false,
          version,
          ports.bootstrapServers()
              + " does not answer: see "
              + log("kafka")
              + ", then stop and start confnotes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Line("kafka", false, version, "interrupted");
    }
  }

  private Line postgreSQL(Ports ports) {
    var address = "127.0.0.1:" + ports.postgresql();
    var properties = new Properties();
    properties.setProperty("user", ConfnotesDatabase.READER);
    properties.setProperty("password", Passwords.in(folder).reader());
    properties.setProperty("loginTimeout", Integer.toString(TIMEOUT_SECONDS));
    properties.setProperty("socketTimeout", Integer.toString(TIMEOUT_SECONDS));
    try (var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + address + "/" + ConfnotesDatabase.NAME, properties)) {
      return new Line(
          "postgresql", true, connection.getMetaData().getDatabaseProductVersion(), address);
    } catch (SQLException e) {
      return new Line(
          "postgresql",
          false,
          "",
          address + " does not answer (" + e.getMessage() + "): see " + log("postgresql"));
    }
  }

  private Path log(String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }
}
