package io.confnotes.standalone.data;

import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The file that tells what wrote a data folder, so that nothing else touches it. */
final class FormatVersion {

  static final String FILE = "version.properties";
  static final String FORMAT = "1";

  private static final Set<String> OWN_BEFORE_IT = Set.of("lock", FILE + ".tmp");

  private FormatVersion() {}

  /**
   * Claims an empty folder, and lets one that this version wrote pass.
   *
   * @throws Refusal if the folder is another version's or another program's
   */
  static void check(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      requireEmpty(folder);
      SmallFile.write(file, "format=" + FORMAT + "\npostgresql=" + major() + "\n");
      return;
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    compare(
        folder, properties.getProperty("format", "?"), properties.getProperty("postgresql", "?"));
  }

  private static void compare(Path folder, String format, String postgresql) {
    if (!format.equals(FORMAT)) {
      throw new Refusal(
          "The data in "
              + folder
              + " have format "
              + format
              + ", this Confnotes reads format "
              + FORMAT
              + ": start them with the version that wrote them, or choose another folder with"
              + " --data");
    }
    if (!postgresql.equals(major())) {
      throw new Refusal(
          "The data in "
              + folder
              + " belong to PostgreSQL "
              + postgresql
              + ", this Confnotes brings PostgreSQL "
              + major()
              + ": start them with the version that wrote them, or choose another folder with"
              + " --data");
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var foreign =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !OWN_BEFORE_IT.contains(name))
              .collect(Collectors.toSet());
      if (!foreign.isEmpty()) {
        throw new Refusal(
            "The folder "
                + folder
                + " holds other files than Confnotes' own: choose an empty or a new one with"
                + " --data");
      }
    }
  }

  private static String major() {
    var version = EmbeddedPostgreSQL.version();
    return version.substring(0, version.indexOf('.'));
  }
}
