package io.confnotes.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.testcontainers.lifecycle.Startables;

/** The services that a test runs, until it ends. */
final class Running implements AutoCloseable {
  private final Deque<Service> services = new ArrayDeque<>();

  /** Starts them side by side, and waits until all are ready. */
  void start(Service... started) {
    services.addAll(List.of(started));
    Startables.deepStart(started).join();
  }

  @Override
  public void close() {
    services.forEach(Service::stop);
  }
}
