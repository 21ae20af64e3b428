package io.confnotes.query.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaReadinessTest {

  private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

  /** What later migrations do is nothing that is read through a view or a function of the API. */
  @Test
  void shouldNeedEveryMigrationThatChangesWhatIsRead() throws IOException {
    NavigableMap<Integer, String> migrations = migrations();
    assertThat(migrations).containsKey(SchemaReadiness.NEEDED_SCHEMA);
    assertThat(migrations.tailMap(SchemaReadiness.NEEDED_SCHEMA, false).values())
        .noneMatch(sql -> sql.contains("VIEW api.") || sql.contains("FUNCTION api."));
  }

  private static NavigableMap<Integer, String> migrations() throws IOException {
    var folder =
        requireNonNull(Thread.currentThread().getContextClassLoader().getResource("db/migration"));
    if (folder.openConnection() instanceof JarURLConnection jar) {
      Path file = Path.of(URI.create(jar.getJarFileURL().toString()));
      try (FileSystem files = FileSystems.newFileSystem(file)) {
        return migrations(files.getPath("db/migration"));
      }
    }
    return migrations(Path.of(URI.create(folder.toString())));
  }

  private static NavigableMap<Integer, String> migrations(Path folder) throws IOException {
    NavigableMap<Integer, String> migrations = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher version = VERSION.matcher(file.getFileName().toString());
        if (version.matches()) {
          migrations.put(Integer.valueOf(version.group(1)), Files.readString(file));
        }
      }
    }
    return migrations;
  }
}
