package io.confnotes.endtoend.monitoring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine, without which some tests are left out. */
final class Programs {
  private static final boolean REQUIRED =
      System.getenv("CONFNOTES_TEST_REQUIRE_PROMETHEUS") != null;

  private Programs() {}

  /**
   * Finds a program on the path.
   *
   * @throws org.opentest4j.TestAbortedException where it is not there and need not be
   */
  static Path require(String name) {
    for (String folder :
        String.valueOf(System.getenv("PATH")).split(Pattern.quote(File.pathSeparator))) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    String message = "no %s on the path (Debian: apt-get install prometheus)".formatted(name);
    if (REQUIRED) {
      throw new IllegalStateException(message);
    }
    return Assumptions.abort(message);
  }
}
