package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that operate what runs, over HTTP. */
final class OperateIT {
  private static final byte[] GARBAGE = {'n', 'o', 0x1b, 'r', 'e', (byte) 0xff, 'c', 'o', 'r', 'd'};

  private static Standalone confnotes;

  @BeforeAll
  static void start(@TempDir Path data) {
    confnotes = new Standalone(data.resolve("confnotes"));
  }

  @AfterAll
  static void stop() throws IOException {
    confnotes.close();
  }

  private static Standalone.Run run(String arguments) {
    try {
      return Standalone.run((arguments + " --data " + confnotes.data()).split(" "));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes to the log what ingest-service never would; returns its dead letter. */
  private static JsonNode deadLetter(String key) {
    LogWriter.write(confnotes, key, GARBAGE);
    JsonNode[] found = new JsonNode[1];
    confnotes.await(
        "a dead letter",
        Duration.ofSeconds(30),
        () -> {
          JsonNode letters = Standalone.parse(run("dead-letters list --json").output());
          found[0] = letters.path(0);
          return !letters.isEmpty();
        });
    return found[0];
  }

  @Test
  void shouldOperateDeadLetters(@TempDir Path folder) throws Exception {
    // Given
    assertThat(run("dead-letters list"))
        .isEqualTo(new Standalone.Run(0, "none waiting" + System.lineSeparator()));
    JsonNode letter = deadLetter("key");
    String id = letter.get("id").asText();

    // When, then: seen
    assertThat(letter.get("reason").asText()).isEqualTo("not-json");
    assertThat(run("dead-letters list --reason not-json").output())
        .containsPattern("(?m)^ID +SINCE +STATE +REASON")
        .containsPattern("(?m)^" + id + " .* waiting +not-json +" + GARBAGE.length + " ");
    assertThat(run("dead-letters show " + id).output())
        .containsPattern("(?m)^ce_type +io.confnotes.document.parsed.v1$")
        .doesNotContain("\u001b");
    Path file = folder.resolve("bytes");
    assertThat(run("dead-letters bytes " + id + " --output " + file).status()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(GARBAGE);
    assertThat(run("dead-letters bytes " + id + " --output " + file).status()).isEqualTo(1);

    // When, then: tried again, in vain
    Standalone.Run replay = run("dead-letters replay " + id);
    assertThat(replay.status()).isEqualTo(1);
    assertThat(replay.output()).contains("waiting", "not-json");
    assertThat(run("dead-letters replay --all"))
        .isEqualTo(
            new Standalone.Run(
                1, "replayed 0, superseded 0, still waiting 1" + System.lineSeparator()));

    // When, then: given up, once
    assertThat(run("dead-letters discard " + id).status()).isZero();
    assertThat(run("dead-letters list").output()).startsWith("none");
    assertThat(run("dead-letters list --state discarded").output()).contains("not-json");
    assertThat(run("dead-letters discard " + id).status()).isEqualTo(1);
    assertThat(run("dead-letters show 999999").status()).isEqualTo(1);
  }

  @Test
  void shouldOperateReanalysis() {
    // Given
    confnotes.awaitState(
        confnotes.submit("date=2024-05-17", "# Lanterns at Sea\n\nby Ines Rowan\n\n- Light.\n"));
    assertThat(run("reanalyse watch").status()).isEqualTo(1);

    // When
    Standalone.Run dryRun = run("reanalyse --dry-run");

    // Then
    assertThat(dryRun.status()).isZero();
    assertThat(dryRun.output()).contains("dry run", "done", "documents 1", "tags +0 -0");
    assertThat(run("reanalyse stop").status()).isEqualTo(1);
    assertThat(run("reanalyse start").status()).isZero();
    assertThat(run("reanalyse watch --json").output()).contains("\"state\" : \"done\"");
    assertThat(run("reanalyse").output()).contains("re-analysis", "done");
  }
}
