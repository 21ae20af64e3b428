package io.confnotes.summary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The consumer's side of the contract: the examples that ingest-service's side is tested with too.
 */
class ContractTest {
  private static final Pattern DOCUMENT_ID = Pattern.compile("\"documentId\"\\s*:\\s*\"([^\"]*)\"");

  record Example(String name, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("validExamples")
  void shouldDecodeValidExample(Example example) {
    assertThat(decoded(example)).isNotInstanceOf(Decoded.Undecodable.class);
  }

  @ParameterizedTest
  @MethodSource("invalidExamples")
  void shouldRefuseInvalidExample(Example example) {
    assertThat(decoded(example)).isInstanceOf(Decoded.Undecodable.class);
  }

  static List<Example> validExamples() throws IOException, URISyntaxException {
    return examples("valid");
  }

  static List<Example> invalidExamples() throws IOException, URISyntaxException {
    return examples("invalid");
  }

  private static Decoded decoded(Example example) {
    Matcher id = DOCUMENT_ID.matcher(example.body);
    String key = id.find() ? id.group(1) : "none";
    var record =
        new ConsumerRecord<>(
            "documents",
            0,
            0,
            key.getBytes(StandardCharsets.UTF_8),
            example.body.getBytes(StandardCharsets.UTF_8));
    String type =
        example.name.startsWith("parsed") ? RecordDecoder.PARSED : RecordDecoder.RETRACTED;
    record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    return new RecordDecoder().decode(record);
  }

  private static List<Example> examples(String folder) throws IOException, URISyntaxException {
    URI uri =
        Objects.requireNonNull(ContractTest.class.getResource("/io/confnotes/contract/" + folder))
            .toURI();
    if (uri.getScheme().equals("file")) {
      return examples(Path.of(uri));
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return examples(jar.getPath("/io/confnotes/contract/" + folder));
    }
  }

  private static List<Example> examples(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ContractTest::example).toList();
    }
  }

  private static Example example(Path file) {
    try {
      return new Example(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
