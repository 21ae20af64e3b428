package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthyTest {
  private final AtomicInteger status = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void shouldFollowReadiness() {
    status.set(200);
    assertThat(Healthy.isReady(port())).isTrue();
    status.set(503);
    assertThat(Healthy.isReady(port())).isFalse();
  }

  @Test
  void shouldNotBeReadyWhereNobodyListens() {
    String port = port();
    service.stop(0);
    assertThat(Healthy.isReady(port)).isFalse();
  }

  private String port() {
    return Integer.toString(service.getAddress().getPort());
  }
}
