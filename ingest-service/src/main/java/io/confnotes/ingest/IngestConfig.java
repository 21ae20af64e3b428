package io.confnotes.ingest;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What an operator may change; the README has the table. */
@ConfigMapping(prefix = "confnotes")
public interface IngestConfig {
  Http http();

  Kafka kafka();

  Query query();

  /** Where this service listens. */
  interface Http {
    String host();

    int port();
  }

  /** The brokers that keep the log. */
  interface Kafka {
    String bootstrapServers();
  }

  /** The service that answers for submissions. */
  interface Query {
    /** The base of the addresses that are given out. */
    URI url();
  }
}
