package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are made of what the build makes. */
class ImageTest {
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (.+) \\S+$");

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "summary-service", "query-service"})
  void shouldCopyWhatThereIs(String service) throws IOException {
    var sources =
        COPY.matcher(Files.readString(Manifests.ROOT.resolve("deploy/image/Dockerfile")))
            .results()
            .flatMap(copy -> Stream.of(copy.group(1).split(" ")))
            .map(source -> source.replace("${SERVICE}", service))
            .toList();
    assertThat(sources).hasSizeGreaterThan(5);
    for (var source : sources) {
      assertThat(Manifests.ROOT.resolve(source)).exists();
      assertThat(isSent(Path.of(source))).as(source + " is in the context").isTrue();
    }
  }

  /** By {@code .dockerignore}, which begins with nothing. */
  private static boolean isSent(Path source) throws IOException {
    List<String> rules = Files.readAllLines(Manifests.ROOT.resolve(".dockerignore"));
    assertThat(rules).contains("*");
    return rules.stream()
        .filter(rule -> rule.startsWith("!"))
        .map(rule -> source.getFileSystem().getPathMatcher("glob:" + rule.substring(1)))
        .anyMatch(
            matcher ->
                Stream.iterate(source, path -> path != null, Path::getParent)
                    .anyMatch(matcher::matches));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "summary-service", "query-service"})
  void shouldTellWhatItIsMadeOf(String service) throws IOException {
    var bill =
        new ObjectMapper().readTree(Manifests.ROOT.resolve(service + "/target/sbom.json").toFile());
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    // As Quarkus names jars
    var listed =
        bill.path("components")
            .valueStream()
            .map(
                it ->
                    "%s.%s-%s"
                        .formatted(
                            it.path("group").asText(),
                            it.path("name").asText(),
                            it.path("version").asText()))
            .toList();
    try (var jars = Files.list(Manifests.ROOT.resolve(service + "/target/quarkus-app/lib/main"))) {
      for (var jar : jars.map(it -> it.getFileName().toString()).toList()) {
        assertThat(listed).as(jar).anyMatch(jar::startsWith);
      }
    }
  }
}
