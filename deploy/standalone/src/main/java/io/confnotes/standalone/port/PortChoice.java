package io.confnotes.standalone.port;

import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Turns what the user said into ports that can be used. */
public final class PortChoice {

  private static final int LAST_PORT = 65535;
  private static final int MAX_TRIES = 100;

  private final PortOptions options;
  private final IntPredicate isFree;
  private final Set<Integer> chosen = new HashSet<>();

  PortChoice(PortOptions options, IntPredicate isFree) {
    this.options = options;
    this.isFree = isFree;
  }

  /**
   * Chooses among the ports that are free now.
   *
   * @throws Refusal if a wanted port is taken or can't be one
   */
  public static Ports among(PortOptions options) {
    return new PortChoice(options, PortChoice::isFree).choose();
  }

  /** Those with a fixed meaning for users come first, so that the others make way for them. */
  Ports choose() {
    int web = exactly("--web-port", options.web, 0, 8080);
    int ingest = exactly("--ingest-port", options.ingest, 1, 8081);
    int summary = exactly("--summary-port", options.summary, 2, 8082);
    int kafka = near("--kafka-port", options.kafka, 3, 9092);
    int controller = near("--kafka-controller-port", options.kafkaController, 4, 9093);
    int postgresql = near("--postgresql-port", options.postgresql, 5, 5432);
    return new Ports(web, ingest, summary, kafka, controller, postgresql);
  }

  private int exactly(String option, @Nullable Integer explicit, int offset, int standard) {
    int port = wanted(option, explicit, offset, standard);
    if (chosen.contains(port)) {
      throw new Refusal("Port " + port + " is wanted twice: give " + option + " another number");
    }
    if (!isFree.test(port)) {
      throw new Refusal(
          "Port "
              + port
              + " is taken by another program: stop that program, or choose another port with "
              + option
              + " or --port-base");
    }
    chosen.add(port);
    return port;
  }

  private int near(String option, @Nullable Integer explicit, int offset, int standard) {
    if (explicit != null) {
      return exactly(option, explicit, offset, standard);
    }
    int first = wanted(option, null, offset, standard);
    for (int port = first; port < first + MAX_TRIES && port <= LAST_PORT; port++) {
      if (!chosen.contains(port) && isFree.test(port)) {
        chosen.add(port);
        return port;
      }
    }
    throw new Refusal("No port from " + first + " on is free: choose one with " + option);
  }

  private int wanted(String option, @Nullable Integer explicit, int offset, int standard) {
    if (explicit != null) {
      return valid(option, explicit);
    }
    return options.base == null ? standard : valid("--port-base", options.base) + offset;
  }

  private static int valid(String option, int port) {
    int last = option.equals("--port-base") ? LAST_PORT - 5 : LAST_PORT;
    if (port < 1 || port > last) {
      throw new Refusal(option + " is " + port + ": give a number from 1 to " + last);
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
