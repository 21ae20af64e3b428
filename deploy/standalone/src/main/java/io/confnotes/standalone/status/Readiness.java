package io.confnotes.standalone.status;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service's readiness, asked over HTTP. */
public final class Readiness {

  private static final int TIMEOUT_MILLIS = 3000;
  private static final int MAX_BYTES = 100_000;

  private Readiness() {}

  /** Whether the service says now that it can do its work. */
  public static boolean isReady(String address) {
    try {
      return connect(address).getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What the service says of itself.
   *
   * @throws IOException if it does not answer, or something else answers
   */
  static Health ask(String address) throws IOException {
    var connection = connect(address);
    boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    try (var body = ok ? connection.getInputStream() : connection.getErrorStream()) {
      if (body == null) {
        throw new IOException("status " + connection.getResponseCode() + " without a body");
      }
      return Health.parse(new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
    }
  }

  private static HttpURLConnection connect(String address) throws IOException {
    var connection =
        (HttpURLConnection) URI.create(address + "/q/health/ready").toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }
}
