package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path home;

  @Test
  void shouldLoadWhatTheBuildChangedFirst() throws IOException {
    for (var jar :
        List.of(
            "lib/main/b.jar",
            "lib/main/a.jar",
            "lib/boot/c.jar",
            "app/service.jar",
            "quarkus/transformed-bytecode.jar",
            "quarkus/generated-bytecode.jar",
            "quarkus/quarkus-application.dat")) {
      Files.createDirectories(home.resolve(jar).getParent());
      Files.createFile(home.resolve(jar));
    }

    var jars = Prepare.classPath(home).split(":");

    assertThat(jars)
        .extracting(jar -> home.relativize(Path.of(jar)).toString())
        .containsExactly(
            "quarkus/transformed-bytecode.jar",
            "quarkus/generated-bytecode.jar",
            "app/service.jar",
            "lib/boot/c.jar",
            "lib/main/b.jar",
            "lib/main/a.jar");
  }

  @Test
  void shouldFindTheMainClass() throws IOException {
    Files.createDirectory(home.resolve("quarkus"));
    try (var file =
        new DataOutputStream(
            Files.newOutputStream(home.resolve("quarkus/quarkus-application.dat")))) {
      file.writeInt(1);
      file.writeInt(2);
      file.writeUTF("io.quarkus.runner.GeneratedMain");
    }

    assertThat(Prepare.mainClass(home)).isEqualTo("io.quarkus.runner.GeneratedMain");
  }
}
