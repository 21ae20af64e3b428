package io.confnotes.query.change;

import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many follow changes at once, and how long they may go on. */
@Singleton
final class Followers {

  private static final int MOST = 50;

  private static final Problem TOO_MANY =
      Problem.of(
          "too-many-followers",
          "Too many follow the changes",
          503,
          "%d connections are open already. Try later; no change is lost.".formatted(MOST));

  private final Semaphore places = new Semaphore(MOST);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** The service would wait for them before it tells its parts that it stops. */
  Followers() {
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "followers"));
  }

  /**
   * Takes a place, which has to be left again.
   *
   * @throws ProblemException if there is none
   */
  void enter() {
    if (!places.tryAcquire()) {
      throw new ProblemException(TOO_MANY, Duration.ofSeconds(30));
    }
  }

  void leave() {
    places.release();
  }

  /** Waits; returns at once, with false, when the service stops. */
  boolean pause(Duration time) throws InterruptedException {
    return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
