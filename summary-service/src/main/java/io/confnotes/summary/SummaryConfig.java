package io.confnotes.summary;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What an operator may change; the README has the table. */
@ConfigMapping(prefix = "confnotes")
public interface SummaryConfig {
  Http http();

  Kafka kafka();

  Database database();

  Reanalysis reanalysis();

  /** Where this service listens. */
  interface Http {
    String host();

    int port();
  }

  /** The brokers that keep the log. */
  interface Kafka {
    String bootstrapServers();

    /**
     * The name of this instance among the consumers, if it has a lasting one: it then takes its
     * partitions back at once after a crash.
     */
    Optional<String> groupInstanceId();
  }

  /** The tables' owner. */
  interface Database {
    String url();

    String username();

    String password();
  }

  /** What is stored by an older version of the analyser. */
  interface Reanalysis {
    /** Whether it is brought up to date as soon as the service starts. */
    boolean atStart();
  }
}
