package io.confnotes.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data are. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:CONFNOTES_DATA}",
      description =
          "where all data are kept; by default confnotes in your own data folder ($CONFNOTES_DATA)")
  @Nullable Path chosen;

  /** The folder that was chosen, or the usual one; absolute. */
  public Path folder() {
    var folder =
        chosen == null
            ? standard(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")))
            : chosen;
    return folder.toAbsolutePath().normalize();
  }

  /** The place the operating system has for a user's data. */
  static Path standard(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Confnotes");
    }
    var dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
    return (dataHome.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(dataHome))
        .resolve("confnotes");
  }
}
