package io.confnotes.summary.consume;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the consumer is doing, as of the end of its last step.
 *
 * @param running false once its thread has ended
 * @param lags records that are not applied yet, by partition, of the partitions this consumer has
 * @param problem what is wrong, null where nothing is
 * @param todo what an operator can do about it
 */
public record ConsumerState(
    boolean running, Map<Integer, Long> lags, @Nullable String problem, @Nullable String todo) {

  static final ConsumerState STARTING =
      new ConsumerState(
          true, Map.of(), "not connected to Kafka yet", "wait, or check that Kafka runs");

  public ConsumerState {
    lags = Map.copyOf(lags);
  }

  /** All that is not applied yet. */
  public long lag() {
    return lags.values().stream().mapToLong(Long::longValue).sum();
  }

  ConsumerState well(Map<Integer, Long> lagsNow) {
    return new ConsumerState(true, lagsNow, null, null);
  }

  ConsumerState failing(String what, String whatToDo, Map<Integer, Long> lagsNow) {
    return new ConsumerState(true, lagsNow, what, whatToDo);
  }

  ConsumerState failing(String what, String whatToDo) {
    return new ConsumerState(true, lags, what, whatToDo);
  }

  ConsumerState ended() {
    return new ConsumerState(
        false,
        lags,
        problem == null ? "the consumer has stopped" : problem,
        todo == null ? "restart summary-service" : todo);
  }
}
