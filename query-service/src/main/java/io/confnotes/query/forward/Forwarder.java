package io.confnotes.query.forward;

import io.confnotes.query.QueryConfig;
import io.confnotes.query.access.Caller;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to another service, as they are, and its answers back. Thread-safe; blocks.
 *
 * <p>The request's body is streamed. The answer is held in memory, so that one that breaks off
 * becomes a clean 502 here instead of half an answer.
 */
@Singleton
public final class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class);

  /** Longer than the other side reads files and waits for the brokers. */
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  /** How slowly a body may come in, on top of that: 32 MiB in two minutes. */
  private static final int BYTES_PER_SECOND = 256 * 1024;

  private static final long MAX_ANSWER = 16 * 1024 * 1024;

  private static final List<String> REQUEST_HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Content-Encoding",
          "Content-Language",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "Prefer",
          "User-Agent");

  private static final List<String> ANSWER_HEADERS =
      List.of(
          "Allow",
          "Cache-Control",
          "Content-Disposition",
          "Content-Language",
          "Content-Type",
          "ETag",
          "Link",
          "Location",
          "Preference-Applied",
          "Retry-After",
          "WWW-Authenticate");

  /** Where requests can go. */
  private record Target(String name, URI url) {}

  private final Target ingest;
  private final Target summary;
  private final Caller caller;
  private final long maxBody;
  private final OpenTelemetry telemetry;
  private final HttpClient client;

  Forwarder(
      QueryConfig config,
      HttpClient client,
      Caller caller,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      OpenTelemetry telemetry) {
    this.ingest = new Target("ingest-service", config.ingest().url());
    this.summary = new Target("summary-service", config.summary().url());
    this.client = client;
    this.caller = caller;
    this.maxBody = maxBody.asLongValue();
    this.telemetry = telemetry;
  }

  /**
   * Passes a request on to ingest-service.
   *
   * @param body the request's body
   * @return what ingest-service answered
   * @throws ProblemException 503 if it cannot be reached, 504 if it is too slow, 502 if its answer
   *     breaks off or is too large
   */
  public Response toIngest(HttpServerRequest request, InputStream body) {
    return forward(ingest, request, body);
  }

  /**
   * Passes a request on to summary-service, as {@link #toIngest} does to the other.
   *
   * @param body the request's body
   * @return what summary-service answered
   * @throws ProblemException as {@link #toIngest} does
   */
  public Response toSummary(HttpServerRequest request, InputStream body) {
    return forward(summary, request, body);
  }

  /** Passes a request without a body on to summary-service. */
  public Response toSummary(HttpServerRequest request) {
    return toSummary(request, InputStream.nullInputStream());
  }

  private Response forward(Target target, HttpServerRequest request, InputStream body) {
    return response(send(target, outgoing(target, request, body), timeout(request)));
  }

  /** A body whose length is not announced has as long as the largest. */
  private Duration timeout(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    long most = request.getHeader("Transfer-Encoding") == null ? 0 : maxBody;
    long bytes = length == null ? most : Long.parseLong(length);
    return TIMEOUT.plusSeconds(bytes / BYTES_PER_SECOND);
  }

  private HttpRequest outgoing(Target target, HttpServerRequest request, InputStream body) {
    String query = request.query() == null ? "" : "?" + request.query();
    HttpRequest.Builder outgoing =
        HttpRequest.newBuilder(target.url().resolve(request.path() + query))
            .method(request.method().name(), publisher(request, body));
    for (String name : REQUEST_HEADERS) {
      for (String value : request.headers().getAll(name)) {
        outgoing.header(name, value);
      }
    }
    return traced(outgoing);
  }

  /**
   * Asks ingest-service something for a page, with the token of whom the page is for.
   *
   * @param path begins with a slash
   * @param json the body; null for none
   * @param key the {@code Idempotency-Key}
   * @throws ProblemException as {@link #toIngest} does
   */
  public HttpResponse<byte[]> askIngest(
      String method, String path, byte @Nullable [] json, String key) {
    HttpRequest.Builder outgoing = asked(ingest, method, path, json).header("Idempotency-Key", key);
    return send(ingest, traced(outgoing), TIMEOUT);
  }

  /**
   * Passes the body of a form with files on to ingest-service as it comes.
   *
   * @param path begins with a slash
   * @param request whose body it is
   * @param key the {@code Idempotency-Key}
   * @throws ProblemException as {@link #toIngest} does
   */
  public HttpResponse<byte[]> filesToIngest(
      String path, HttpServerRequest request, InputStream body, String key) {
    HttpRequest.Builder outgoing =
        HttpRequest.newBuilder(ingest.url().resolve(path))
            .POST(publisher(request, body))
            .header("Content-Type", String.valueOf(request.getHeader("Content-Type")))
            .header("Accept", "application/json, application/problem+json")
            .header("Idempotency-Key", key);
    authorize(outgoing);
    return send(ingest, traced(outgoing), timeout(request));
  }

  /**
   * Asks summary-service something for a page, with the token of whom the page is for.
   *
   * @param path begins with a slash
   * @param json the body; null for none
   * @throws ProblemException as {@link #toIngest} does
   */
  public HttpResponse<byte[]> askSummary(String method, String path, byte @Nullable [] json) {
    return send(summary, traced(asked(summary, method, path, json)), TIMEOUT);
  }

  private HttpRequest.Builder asked(
      Target target, String method, String path, byte @Nullable [] json) {
    HttpRequest.Builder outgoing =
        HttpRequest.newBuilder(target.url().resolve(path))
            .method(
                method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json))
            .header("Accept", "application/json, application/problem+json, */*;q=0.1");
    if (json != null) {
      outgoing.header("Content-Type", "application/json");
    }
    authorize(outgoing);
    return outgoing;
  }

  private void authorize(HttpRequest.Builder outgoing) {
    caller.token().ifPresent(token -> outgoing.header("Authorization", "Bearer " + token));
  }

  private HttpRequest traced(HttpRequest.Builder outgoing) {
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), outgoing, (carrier, name, value) -> carrier.header(name, value));
    return outgoing.build();
  }

  private static BodyPublisher publisher(HttpServerRequest request, InputStream body) {
    String length = request.getHeader("Content-Length");
    if (length == null && request.getHeader("Transfer-Encoding") == null) {
      return BodyPublishers.noBody();
    }
    BodyPublisher publisher = BodyPublishers.ofInputStream(() -> body);
    if (length == null) {
      return publisher;
    }
    long bytes = Long.parseLong(length);
    return bytes == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(publisher, bytes);
  }

  private HttpResponse<byte[]> send(Target target, HttpRequest request, Duration timeout) {
    String service = target.name();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw tooSlow(service, timeout);
    } catch (ExecutionException e) {
      throw failed(service, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw away(service);
    }
  }

  private static ProblemException failed(String service, Throwable cause) {
    LOG.warnf("%s did not answer: %s", service, cause);
    return switch (cause) {
      case ConnectException _, HttpConnectTimeoutException _ -> away(service);
      // Unchecked where it is the request's own body that breaks off
      case IOException _, UncheckedIOException _ ->
          new ProblemException(
              Problem.of(
                  "service-broke-off",
                  "Another service broke off",
                  502,
                  service
                      + " gave no whole answer. Whether it did what was asked is not known: ask again"
                      + " with the same Idempotency-Key."));
      default -> throw new IllegalStateException(cause);
    };
  }

  private static ProblemException away(String service) {
    return new ProblemException(
        Problem.of(
            "service-away",
            "Another service does not answer",
            503,
            service + " cannot be reached. Nothing was changed; try again."),
        Duration.ofSeconds(5));
  }

  private static ProblemException tooSlow(String service, Duration timeout) {
    return new ProblemException(
        Problem.of(
            "service-too-slow",
            "Another service took too long",
            504,
            service
                + " gave no answer in %d s. Whether it did what was asked is not known: ask again with"
                    .formatted(timeout.toSeconds())
                + " the same Idempotency-Key."));
  }

  private static Response response(HttpResponse<byte[]> answer) {
    Response.ResponseBuilder response = Response.status(answer.statusCode());
    if (answer.body().length > 0) {
      response.entity(answer.body());
    }
    for (String name : ANSWER_HEADERS) {
      answer.headers().allValues(name).forEach(value -> response.header(name, value));
    }
    return response.build();
  }
}
