package io.confnotes.ingest.access;

import io.confnotes.ingest.IngestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests are taken in a minute of one token, or of one address without one. A minute's
 * worth may come at once. A token's requests are its own once it has been accepted, until then its
 * address's, so that made-up tokens gain nothing. Without authentication there is no limit.
 * Thread-safe.
 *
 * <p>This is the generic cell rate algorithm (ITU-T I.371): of each sender only the time is kept at
 * which all that it sent would have come at the rate allowed, and only of the latest senders.
 */
@Singleton
public final class RateLimits {
  private static final int MOST_SENDERS = 10_000;
  private static final long BURST_NANOS = Duration.ofMinutes(1).toNanos();
  private static final String OPERATION = "/q/";
  private static final String SCHEME = "Bearer ";

  /** Of an IPv6 address: who has one, has all that begin with these. */
  private static final int NETWORK_BYTES = 8;

  private final long intervalNanos;
  private final LongSupplier clock;
  private final Map<String, Long> tokens = latest();
  private final Map<String, Long> addresses = latest();

  @Inject
  RateLimits(IngestConfig config) {
    this(config.access(), System::nanoTime);
  }

  /**
   * @param clock counts nanoseconds
   */
  RateLimits(IngestConfig.Access access, LongSupplier clock) {
    if (access.requestsPerMinute() < 0) {
      throw new ConfigurationException(
          "CONFNOTES_ACCESS_REQUESTS_PER_MINUTE is a number below 0: 0 is no limit");
    }
    boolean unlimited = access.keys().isEmpty() || access.requestsPerMinute() == 0;
    this.intervalNanos = unlimited ? 0 : BURST_NANOS / access.requestsPerMinute();
    this.clock = clock;
  }

  boolean isUnlimited() {
    return intervalNanos == 0;
  }

  private static Map<String, Long> latest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
        return size() > MOST_SENDERS;
      }
    };
  }

  /**
   * Counts a request, unless it is for health or metrics.
   *
   * @return how long to wait before another one; zero where this one may go on
   */
  public Duration take(HttpServerRequest request) {
    if (isUnlimited() || request.path().startsWith(OPERATION)) {
      return Duration.ZERO;
    }
    @Nullable String authorization = request.getHeader("Authorization");
    SocketAddress address = request.remoteAddress();
    return take(
        authorization == null || !authorization.startsWith(SCHEME)
            ? null
            : authorization.substring(SCHEME.length()),
        address.hostAddress() == null ? address.host() : address.hostAddress());
  }

  Duration take(@Nullable String token, String address) {
    return takeOf(token == null ? null : digest(token), network(address));
  }

  private synchronized Duration takeOf(@Nullable String key, String network) {
    return key != null && tokens.containsKey(key) ? take(tokens, key) : take(addresses, network);
  }

  private Duration take(Map<String, Long> senders, String sender) {
    long now = clock.getAsLong();
    long ahead = Math.max(0, senders.getOrDefault(sender, now) - now);
    if (ahead > BURST_NANOS - intervalNanos) {
      return Duration.ofNanos(ahead + intervalNanos - BURST_NANOS);
    }
    senders.put(sender, now + ahead + intervalNanos);
    return Duration.ZERO;
  }

  /** Gives a token that was accepted a count of its own. */
  void accept(String token) {
    if (!isUnlimited()) {
      acceptOf(digest(token));
    }
  }

  private synchronized void acceptOf(String key) {
    tokens.putIfAbsent(key, clock.getAsLong());
  }

  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of()
          .formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    } catch (IllegalArgumentException notAnAddress) {
      // A proxy may name its clients otherwise
      return digest(address);
    }
  }

  /** Of a known length, and no secret. */
  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
