package io.confnotes.standalone.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes between this one and the outermost java above it: what a build runs in. Stopping a
 * build tool leaves the programs it started running, so they have to look after themselves.
 */
public final class Ancestors {

  private static final Duration PERIOD = Duration.ofMillis(300);

  private Ancestors() {}

  /** Runs an action, once, when any of them is gone; does nothing where there is no java above. */
  public static void whenGone(Runnable action) {
    var pids = upToOutermostJava();
    if (!pids.isEmpty()) {
      Thread.ofPlatform().daemon().name("ancestors").start(() -> watch(pids, action));
    }
  }

  /** A process whose parent is gone has another one at once, even where nobody buries the dead. */
  private static void watch(List<Long> pids, Runnable action) {
    try {
      while (ancestors().limit(pids.size()).map(ProcessHandle::pid).toList().equals(pids)) {
        Thread.sleep(PERIOD);
      }
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Long> upToOutermostJava() {
    var pids = new ArrayList<Long>();
    int outermost = 0;
    for (var ancestor : ancestors().toList()) {
      pids.add(ancestor.pid());
      if (ancestor.info().command().filter(command -> command.endsWith("/java")).isPresent()) {
        outermost = pids.size();
      }
    }
    return List.copyOf(pids.subList(0, outermost));
  }

  private static Stream<ProcessHandle> ancestors() {
    return Stream.iterate(
            ProcessHandle.current().parent(),
            Optional::isPresent,
            parent -> parent.flatMap(ProcessHandle::parent))
        .map(parent -> Objects.requireNonNull(parent.orElse(null)));
  }
}
