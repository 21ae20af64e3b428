package io.confnotes.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md, run by a shell. */
@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
final class ReadmeIT {
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TestHTTPResource URI address;

  @Test
  void shouldRunTheCommands(@TempDir Path folder) throws IOException, InterruptedException {
    // Given the files they speak of, in a repository
    Files.writeString(folder.resolve("friday.md"), "# Tides at Home\n\nby Mara Quill\n\nA jar.\n");
    Files.writeString(folder.resolve("saturday.txt"), "Knots That Hold\nOdo Fenn\nThree knots.\n");
    run(
        folder,
        """
        git init -q && git add -A
        git -c user.name=Mara -c user.email=mara@notes.example commit -qm Notes
        """);
    Matcher commands = SHELL_BLOCK.matcher(Files.readString(Path.of("README.md")));

    // When
    List<JsonNode> several = next(commands, folder);
    List<JsonNode> corrected = next(commands, folder);

    // Then
    assertThat(several)
        .hasSize(2)
        .allSatisfy(
            answer ->
                assertThat(answer.get("items").findValuesAsText("path"))
                    .containsExactly("friday.md", "saturday.txt"));
    assertThat(corrected).hasSize(1);
    assertThat(corrected.getFirst().at("/talks/0/title").asText()).isEqualTo("Tides in a Jar");
    assertThat(commands.find()).isFalse();
  }

  private List<JsonNode> next(Matcher commands, Path folder)
      throws IOException, InterruptedException {
    assertThat(commands.find()).isTrue();
    return run(folder, commands.group(1).replace("localhost:8081", address.getAuthority()));
  }

  /** The JSON that a script prints, run in this folder. */
  private static List<JsonNode> run(Path folder, String script)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<JsonNode> answers;
    try (InputStream out = process.getInputStream()) {
      answers = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(out).readAll();
    }
    assertThat(process.waitFor()).isZero();
    return answers;
  }
}
