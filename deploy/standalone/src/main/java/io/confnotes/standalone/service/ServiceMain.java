package io.confnotes.standalone.service;

import java.io.IOException;
import java.util.Arrays;

/** Starts a service that ends, in good order, as soon as its standard input does. */
public final class ServiceMain {

  private ServiceMain() {}

  /**
   * Runs.
   *
   * @param arguments the service's main class and its arguments
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("launcher-watch").start(ServiceMain::exitWithLauncher);
    var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void exitWithLauncher() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent
      }
    } catch (IOException e) {
      // As good as an end
    }
    System.exit(0);
  }
}
