package io.confnotes.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.port.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6);

  private final Path path;

  DataFolderTest(@TempDir Path temporary) {
    path = temporary.resolve("some data");
  }

  @Test
  void shouldMakeAFolderForItsOwnerOnly() throws IOException {
    // When
    try (var folder = DataFolder.open(path)) {

      // Then
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void shouldOpenAgainWhatItMade() {
    // Given
    DataFolder.open(path).close();

    // When
    try (var folder = DataFolder.open(path)) {

      // Then
      assertThat(folder.path()).isEqualTo(path);
    }
  }

  @Test
  void shouldRefuseAFolderOfANewerFormat() throws IOException {
    // Given
    Files.createDirectories(path);
    Files.writeString(path.resolve("version.properties"), "format=2\npostgresql=18\n");

    // Then
    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("format 2")
        .hasMessageContaining("--data");
  }

  @Test
  void shouldRefuseAFolderOfAnotherPostgreSQL() throws IOException {
    // Given
    Files.createDirectories(path);
    Files.writeString(path.resolve("version.properties"), "format=1\npostgresql=17\n");

    // Then
    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("--data");
  }

  @Test
  void shouldRefuseAFolderWithOtherFiles() throws IOException {
    // Given
    Files.createDirectories(path);
    Files.writeString(path.resolve("thesis.txt"), "mine");

    // Then
    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("other files");
  }

  @Test
  void shouldRefuseAFile() throws IOException {
    // Given
    Files.writeString(path, "not a folder");

    // Then
    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it is a file")
        .hasMessageContaining("--data");
  }

  @Test
  void shouldRefuseAFolderWhosePasswordsAreGone() throws IOException {
    // Given
    try (var folder = DataFolder.open(path)) {
      Files.createDirectories(folder.postgresql());

      // Then
      assertThatThrownBy(() -> Passwords.of(folder))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("put it back");
    }
  }

  @Test
  void shouldKeepPasswordsForTheirOwnerOnly() throws IOException {
    // Given
    try (var folder = DataFolder.open(path)) {

      // When
      var made = Passwords.of(folder);

      // Then
      assertThat(Passwords.of(folder)).isEqualTo(made);
      assertThat(Passwords.in(path)).isEqualTo(made);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(path.resolve("passwords.properties"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void shouldTellWhoRunsUntilItIsClosed() {
    // Given
    var instance = new Instance(42, PORTS);

    // When
    try (var folder = DataFolder.open(path)) {
      instance.write(folder);

      // Then
      assertThat(Instance.read(path)).contains(instance);
    }
    assertThat(Instance.read(path)).isEmpty();
    assertThat(DataFolder.isInUse(path)).isFalse();
  }
}
