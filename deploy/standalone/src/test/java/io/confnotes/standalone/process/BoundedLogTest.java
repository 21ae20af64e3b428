package io.confnotes.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedLogTest {

  private final Path file;

  BoundedLogTest(@TempDir Path folder) {
    file = folder.resolve("some.log");
  }

  @Test
  void shouldAppendToWhatIsThere() throws IOException {
    // Given
    Files.writeString(file, "before\n");

    // When
    try (var log = new BoundedLog(file)) {
      log.write("after");
    }

    // Then
    assertThat(file).content().isEqualTo("before\nafter\n");
  }

  @Test
  void shouldKeepTheLastLinesInTwoBoundedFiles() throws IOException {
    // When
    try (var log = new BoundedLog(file, 100)) {
      for (int i = 0; i < 1000; i++) {
        log.write("line " + i);
      }
    }

    // Then
    assertThat(Files.size(file)).isLessThan(120);
    assertThat(Files.size(file.resolveSibling("some.log.1"))).isLessThan(120);
    assertThat(Files.readString(file.resolveSibling("some.log.1")) + Files.readString(file))
        .endsWith("line 998\nline 999\n");
  }
}
