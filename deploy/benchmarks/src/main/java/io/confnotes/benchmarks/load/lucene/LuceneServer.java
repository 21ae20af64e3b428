package io.confnotes.benchmarks.load.lucene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers searches over HTTP with an index, in JSON with snippets: what a search service does. */
public final class LuceneServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService executor;

  private LuceneServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /** Starts one; its only parameter, on any path, is {@code q}. */
  public static LuceneServer start(LuceneSearch search) throws IOException {
    // Else each answer waits 40 ms for the client's acknowledgement of its headers
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", exchange -> answer(search, exchange));
    server.start();
    return new LuceneServer(server, executor);
  }

  private static void answer(LuceneSearch search, HttpExchange exchange) throws IOException {
    try (exchange) {
      String words = exchange.getRequestURI().getRawQuery().substring("q=".length());
      byte[] body =
          JSON.writeValueAsBytes(
              search.search(URLDecoder.decode(words, StandardCharsets.UTF_8), true));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }
}
