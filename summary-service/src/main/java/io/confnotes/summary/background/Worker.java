package io.confnotes.summary.background;

import io.confnotes.summary.store.StoreException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Goes on with work that is kept in the tables, step by step on a thread of its own, from start to
 * stop. What a step could not do is tried again later.
 */
public final class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(4);

  /** What is done, on one thread. */
  public interface Work {
    /** Does a bit of it; false if there is no more for now. */
    boolean step() throws StoreException;

    /** Lets go of what it holds: there will be no other step. */
    default void end() {}
  }

  private final String name;
  private final Work work;
  private final Thread thread;
  private volatile boolean running = true;
  private boolean failing;

  /**
   * One that does nothing yet.
   *
   * @param name what its work is, for logs: "rebuild"
   */
  public Worker(String name, Work work) {
    this.name = name;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /** Starts it, once. */
  public void start() {
    thread.start();
  }

  /** Ends it after the step that it is at, for which it waits a few seconds. */
  public void stop() throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(DRAIN);
  }

  private void run() {
    try {
      while (running) {
        pause(step());
      }
    } finally {
      work.end();
    }
  }

  /** Does a step; returns how long to wait then. */
  private Duration step() {
    try {
      boolean more = work.step();
      failing = false;
      return more ? Duration.ZERO : IDLE;
    } catch (StoreException | RuntimeException e) {
      if (running) {
        // A database that is away for long is no news each time
        LOG.logf(
            failing ? Logger.Level.DEBUG : Logger.Level.WARN,
            e,
            "%s does not go on for now: %s",
            name,
            e.getMessage());
        failing = true;
      }
      return AFTER_FAILURE;
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
