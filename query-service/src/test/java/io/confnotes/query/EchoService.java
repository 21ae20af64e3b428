package io.confnotes.query;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for ingest-service: answers with what it was asked, in text; of a body that is no text,
 * with its hash. The header {@code Prefer} orders another answer: {@code status=…}, or {@code
 * break-off}. What pages send is answered as ingest-service does, by {@link TestOutline}.
 */
final class EchoService {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  /** Starts it on a free port and gives its URL. */
  String start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(threads);
      started.createContext("/", EchoService::answer);
      started.start();
      server = started;
      return "http://127.0.0.1:" + started.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    if (server != null) {
      server.stop(0);
    }
    threads.close();
  }

  /** SHA-256, in hexadecimal. */
  static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void answerPage(HttpExchange exchange, String body) throws IOException {
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean preview = exchange.getRequestURI().getPath().equals("/api/v1/preview");
    TestOutline.Answer answer =
        type.startsWith("multipart/")
            ? TestOutline.files(body, preview)
            : exchange.getRequestMethod().equals("DELETE")
                ? TestOutline.submission(TestTalks.STORED)
                : TestOutline.of(body, preview, key, token);
    byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String prefer = headers.getFirst("Prefer");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (String.valueOf(headers.getFirst("Accept")).contains("application/problem+json")) {
      answerPage(exchange, new String(body, StandardCharsets.UTF_8));
      return;
    }
    StringBuilder echo = new StringBuilder();
    echo.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    headers.forEach(
        (name, values) -> echo.append('\n').append(name).append(": ").append(values.getFirst()));
    String type = headers.getFirst("Content-Type");
    boolean text = type == null || type.startsWith("text/");
    echo.append("\n\n").append(text ? new String(body, StandardCharsets.UTF_8) : hash(body));
    byte[] answer = echo.toString().getBytes(StandardCharsets.UTF_8);
    int status =
        prefer != null && prefer.startsWith("status=")
            ? Integer.parseInt(prefer.substring(7))
            : 202;
    exchange.getResponseHeaders().add("Content-Type", "text/plain;charset=UTF-8");
    exchange.getResponseHeaders().add("Location", "/api/v1/submissions/x");
    exchange.getResponseHeaders().add("Retry-After", "7");
    exchange.getResponseHeaders().add("Set-Cookie", "secret=1");
    try (exchange) {
      exchange.sendResponseHeaders(status, answer.length + ("break-off".equals(prefer) ? 10 : 0));
      exchange.getResponseBody().write(answer);
    }
  }
}
