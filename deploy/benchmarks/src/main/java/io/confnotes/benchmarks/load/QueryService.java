package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.database.TalkDatabase;
import io.confnotes.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** query-service on a database: the one that is measured. */
final class QueryService {

  /** The heap that it has to do with. */
  static final int HEAP_MEGABYTES = 256;

  /** What PostgreSQL is told at the begin of each session. */
  private static final String SESSION_OPTIONS =
      "quarkus.datasource.jdbc.additional-jdbc-properties.options";

  private final ServiceProcess.Program program;
  private final TalkDatabase database;
  private final Path scratch;
  private final long seed;
  private @Nullable ServiceProcess process;

  /**
   * A service that does not run yet.
   *
   * @param scratch a folder whose content nobody needs afterwards
   */
  QueryService(ServiceProcess.Program program, TalkDatabase database, Path scratch, long seed) {
    this.program = program;
    this.database = database;
    this.scratch = scratch;
    this.seed = seed;
  }

  /** Starts it; what is returned asks it. */
  HttpLoad start() throws IOException, InterruptedException {
    int port = FreePort.find();
    process =
        ServiceProcess.query(
            program,
            HEAP_MEGABYTES,
            database.readerEnvironment(),
            port,
            scratch.resolve("query-service.log"));
    return new HttpLoad(URI.create("http://127.0.0.1:" + port), seed);
  }

  /** Stops it; false if it had ended by itself. */
  boolean stop() {
    if (process == null) {
      return false;
    }
    boolean alive = process.isAlive();
    process.close();
    return alive;
  }

  TalkDatabase database() {
    return database;
  }

  String sessionOptions() throws IOException {
    return program.setting(SESSION_OPTIONS);
  }

  /** A new folder for what nobody needs afterwards. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(scratch.resolve(name));
  }
}
