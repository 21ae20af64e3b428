package io.confnotes.query.http;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Makes the client that other services are asked with, and ends it. */
final class OutgoingHttp {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  @Produces
  @Singleton
  HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  void close(@Disposes HttpClient client) {
    client.shutdownNow();
  }
}
