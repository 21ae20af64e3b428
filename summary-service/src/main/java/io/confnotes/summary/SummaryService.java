package io.confnotes.summary;

import io.confnotes.summary.store.database.Migration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Starts the service, or with the argument {@code migrate} brings the database up to date and
 * exits.
 */
@QuarkusMain
public final class SummaryService {
  private static final String USAGE =
      """
      Usage: summary-service [migrate]
        (nothing)  consumes the log and serves its HTTP API
        migrate    brings the database up to date and exits: 0 done, 1 failed
      CONFNOTES_DATABASE_URL, CONFNOTES_DATABASE_USERNAME and CONFNOTES_DATABASE_PASSWORD name the
      database and its owner.""";

  private SummaryService() {}

  public static void main(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.run();
    } else if (arguments.length == 1 && arguments[0].equals("migrate")) {
      System.exit(migrate());
    } else {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  /** Reads the same settings as the service, without starting it. */
  private static int migrate() {
    var config = new SmallRyeConfigBuilder().addDefaultSources().build();
    return Migration.run(
        config
            .getOptionalValue("confnotes.database.url", String.class)
            .orElse("jdbc:postgresql://localhost:5432/confnotes"),
        config
            .getOptionalValue("confnotes.database.username", String.class)
            .orElse("confnotes_owner"),
        config.getOptionalValue("confnotes.database.password", String.class).orElse(""));
  }
}
