package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusalIT {
  @Test
  void shouldExplainItself() throws IOException, InterruptedException {
    Standalone.Run help = Standalone.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.output())
        .contains("--data")
        .contains("--port-base")
        .contains("CONFNOTES_DATA")
        .contains("status");
  }

  @Test
  void shouldNameTheBusyPort(@TempDir Path folder) throws IOException, InterruptedException {
    int base = Standalone.freePortBase();
    try (ServerSocket busy = new ServerSocket(base + 1, 1, InetAddress.getLoopbackAddress())) {
      refused(
          Integer.toString(busy.getLocalPort()),
          "--data",
          folder.toString(),
          "--port-base",
          Integer.toString(base));
    }
  }

  @Test
  void shouldNameTheFolderThatIsNone(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    refused(
        file.toString(),
        "--data",
        file.resolve("data").toString(),
        "--port-base",
        Integer.toString(Standalone.freePortBase()));
  }

  @Test
  void shouldRefuseSecondInstanceOnTheSameData(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Standalone first = new Standalone(folder.resolve("data"))) {
      refused(
          Long.toString(first.launcher().pid()),
          "--data",
          first.data().toString(),
          "--port-base",
          Integer.toString(Standalone.freePortBase() + 100));
    }
  }

  @Test
  void shouldSayThatNothingRuns(@TempDir Path folder) throws IOException, InterruptedException {
    Standalone.Run status =
        Standalone.run("status", "--data", folder.resolve("nothing").toString());
    assertThat(status.status()).isNotZero();
  }

  private static void refused(String mentions, String... arguments)
      throws IOException, InterruptedException {
    Standalone.Run run = Standalone.run(arguments);
    assertThat(run.status()).isNotZero();
    assertThat(run.output().strip().lines().toList())
        .as(run.output())
        .last()
        .asString()
        .contains(mentions);
    assertThat(run.output()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
