package io.confnotes.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be ended and cleared away, last first: at the end, or when this JVM is told to end.
 */
final class AtEnd implements AutoCloseable {

  private final Deque<AutoCloseable> tasks = new ArrayDeque<>();
  private final Thread hook = new Thread(this::run);

  AtEnd() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  synchronized void close(AutoCloseable task) {
    tasks.push(task);
  }

  private synchronized void run() {
    while (!tasks.isEmpty()) {
      try {
        tasks.pop().close();
      } catch (Exception e) {
        System.err.println("Something is left behind: " + e);
      }
    }
  }

  @Override
  public void close() {
    run();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs or has run
    }
  }
}
