package io.confnotes.summary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an operator may change; the README has the table. */
@ConfigMapping(prefix = "confnotes")
public interface SummaryConfig {
  Http http();

  Kafka kafka();

  Database database();

  Reanalysis reanalysis();

  Access access();

  Traces traces();

  /** Where this service listens. */
  interface Http {
    String host();

    int port();

    /** The addresses of proxies, whose {@code X-Forwarded-For} is believed. */
    List<String> trustedProxies();
  }

  /** The brokers that keep the log. */
  interface Kafka {
    String bootstrapServers();

    /** A file with the settings by which Kafka clients prove who they are. */
    Optional<Path> security();

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

  /** Which tokens are accepted. */
  interface Access {
    /**
     * The public keys that tokens are signed with: a PEM, JWK or JWKS file, or the URL of a JWKS.
     * Without them there is no authentication.
     */
    Optional<String> keys();

    /** What the claim {@code iss} has to be; any where it is not set. */
    Optional<String> issuer();

    /** What the claim {@code aud} has to contain; any where it is not set. */
    Optional<String> audience();

    /** A file with the {@code jti} of tokens that are withdrawn, one a line. */
    Optional<Path> revoked();

    /** How many requests one token may send, or one address without one; 0 is no limit. */
    @WithDefault("600")
    int requestsPerMinute();
  }

  /** Where traces go. */
  interface Traces {
    /**
     * The base of the address of who takes them, by OTLP over HTTP. Without it, none leave the
     * process.
     */
    Optional<URI> url();
  }
}
