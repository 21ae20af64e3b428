package io.confnotes.image;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the service of this container whether it is ready; for engines that ask by a command. */
public final class Healthy {
  private static final int PATIENCE_MILLIS = 8_000;

  private Healthy() {}

  /**
   * Ends with status 0 where the service is ready, else with 1.
   *
   * @param arguments none; {@code CONFNOTES_HTTP_PORT} says where the service listens
   */
  public static void main(String... arguments) {
    System.exit(isReady(System.getenv("CONFNOTES_HTTP_PORT")) ? 0 : 1);
  }

  /** Whether readiness at that port of this machine answers 200, within 8 s. */
  static boolean isReady(String port) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
