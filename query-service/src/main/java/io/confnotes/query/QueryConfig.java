package io.confnotes.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may set; {@code README.md} has the same as environment variables. A name that is
 * not here is refused at start.
 */
@ConfigMapping(prefix = "confnotes")
public interface QueryConfig {

  /** Where the service listens. */
  Http http();

  /** What it reads. */
  Database database();

  /** Takes submissions, previews and retractions. */
  Service ingest();

  /** Takes curation and operation. */
  Service summary();

  /** Who may do what. */
  Access access();

  /** What of its work it tells others. */
  Traces traces();

  /** Handed on to the server by {@code application.properties}. */
  interface Http {

    /** The address to bind to: one of loopback, unless there are keys. */
    String host();

    /** The port to listen on; 0 for any free one. */
    int port();

    /** The addresses of proxies, whose {@code X-Forwarded-For} is believed. */
    List<String> trustedProxies();
  }

  /** Handed on to the connection pool by {@code application.properties}. */
  interface Database {

    /** A JDBC URL. */
    String url();

    /** A role that may read schema {@code api}, and should have no other rights. */
    String username();

    /** Its password; empty where the server asks for none. */
    Optional<String> password();
  }

  /** Another service. */
  interface Service {

    /** Its base URL, without a path. */
    URI url();
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

    /** Whether reading takes a token with the scope {@code read}. */
    @WithDefault("false")
    boolean restrictReading();
  }

  /** Handed on to the exporter by {@code application.properties}. */
  interface Traces {
    /**
     * The base of the address of who takes them, by OTLP over HTTP. Without it, none leave the
     * process.
     */
    Optional<URI> url();
  }
}
