package io.confnotes.embedded.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/**
 * Gives out the public key of {@link TestTokens}, at an address that is the same when it was closed
 * and another one is opened.
 */
public final class KeyServer implements AutoCloseable {
  private static final String PORT_PROPERTY = "confnotes.test.key-port";

  private final HttpServer server;

  /** Serves from now on. */
  public KeyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
    byte[] keys = TestTokens.keySet().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  /** Where it is, whether it is there or not. */
  public static String address() {
    return "http://127.0.0.1:%d/keys".formatted(port());
  }

  /** Shared by all class loaders of tests. */
  private static int port() {
    return Integer.parseInt(
        (String) System.getProperties().computeIfAbsent(PORT_PROPERTY, property -> free()));
  }

  private static String free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
