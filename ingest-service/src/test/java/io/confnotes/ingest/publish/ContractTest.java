package io.confnotes.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.people.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The producer's side of the contract: the examples that summary-service's side is tested with too.
 */
class ContractTest {
  private static final String CONTRACT = "/io/confnotes/contract/";
  private static final ObjectMapper JSON = new ObjectMapper();

  record Example(String name, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("validExamples")
  void shouldAcceptValidExample(Example example) throws IOException {
    assertThat(schema(example.name).validate(JSON.readTree(example.body))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalidExamples")
  void shouldRefuseInvalidExample(Example example) throws IOException {
    assertThat(schema(example.name).validate(JSON.readTree(example.body))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void shouldPublishWhatTheSchemaAllows(Document document) throws IOException {
    // When
    JsonNode body = JSON.readTree(DocumentRecord.parsed(document));

    // Then
    assertThat(schema("parsed").validate(body)).isEmpty();
    assertThat(body.get("talks")).isNotEmpty();
  }

  @Test
  void shouldPublishRetractionThatTheSchemaAllows() throws IOException {
    JsonNode body = JSON.readTree(DocumentRecord.retracted(UUID.randomUUID()));
    assertThat(schema("retracted").validate(body)).isEmpty();
  }

  @Test
  void shouldCarryTextThatWasReadAsItIsOnce() throws IOException {
    JsonNode body = JSON.readTree(DocumentRecord.parsed(documents().getFirst()));
    assertThat(body.has("source")).isFalse();
    assertThat(body.get("readingText").asText()).startsWith("Tides at Home");
  }

  @Test
  void shouldKeepCorrections() throws IOException {
    JsonNode plain = JSON.readTree(DocumentRecord.parsed(documents().getFirst()));
    JsonNode corrected = JSON.readTree(DocumentRecord.parsed(documents().getLast()));
    assertThat(plain.has("corrections")).isFalse();
    assertThat(corrected.get("corrections").toString())
        .isEqualTo(
            """
            [{"line":1,"talk":true,"speakers":[]},\
            {"line":3,"talk":true,"title":"A Jar","speakers":[{"handle":"mara"},\
            {"name":"Odo Fenn","handle":"odo","affiliation":"Keel"}]},\
            {"line":4,"talk":false}]""");
  }

  static List<Document> documents() {
    Metadata metadata =
        new Metadata(
            "Harbour Days 2024",
            "2024-05",
            "Ines Rowan",
            "https://notes.example/a b".replace(" ", "%20"),
            "k");
    String plain =
        "Tides at Home\r\nMara Quill @mara\r\nA jar 🏮 is enough.\r\n- Wait.\r\n- Look again.\r\n";
    return List.of(
        document(plain, Format.PLAIN, new Metadata(null, null, null, null, null)),
        document(
            "# Tides at Home\n\nMara Quill\n\n## Why\n\n> A *jar* is enough.\n\n```\nx\n```\n",
            Format.MARKDOWN,
            metadata),
        document("# Tides\n\n@" + "h".repeat(250) + "\n\nA jar.\n", Format.MARKDOWN, metadata),
        document("# Tides\n\nby Mara Quill\n\n" + nested(150), Format.MARKDOWN, metadata),
        document(
            "<h1>Tides &amp; Home</h1><p>by Mara Quill</p><ul><li>A jar<li>is enough</ul>",
            Format.HTML,
            metadata),
        document("* Tides\n** by Mara Quill\nA /jar/.\n", Format.ORG, metadata),
        document("== Tides\n\nby Mara Quill\n\nA _jar_.\n", Format.ASCIIDOC, metadata),
        document(
            "Tides\n~~~~~\n\n:Speaker: Mara Quill\n\nA *jar*.\n",
            Format.RESTRUCTURED_TEXT,
            metadata),
        Document.of(plain, Format.PLAIN, metadata, "2024/friday.txt", corrections()));
  }

  private static Document document(String source, Format format, Metadata metadata) {
    return Document.of(source, format, metadata, null, List.of());
  }

  private static List<Correction> corrections() {
    Speaker handle = new Speaker(null, "mara", null);
    return List.of(
        new Correction(1, true, null, List.of()),
        new Correction(3, true, "A Jar", List.of(handle, new Speaker("Odo Fenn", "odo", "Keel"))),
        new Correction(4, false, null, null));
  }

  private static String nested(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> "  ".repeat(i) + "- level " + i)
        .collect(Collectors.joining("\n"));
  }

  static List<Example> validExamples() throws IOException, URISyntaxException {
    return examples("valid");
  }

  static List<Example> invalidExamples() throws IOException, URISyntaxException {
    List<Example> invalid = new ArrayList<>(examples("invalid"));
    // summary-service does not read what is wrong in these
    invalid.addAll(examples("invalid-unread"));
    return invalid;
  }

  private static JsonSchema schema(String example) throws IOException {
    String name = example.startsWith("parsed") ? "document-parsed" : "document-retracted";
    try (InputStream in =
        Objects.requireNonNull(
            ContractTest.class.getResourceAsStream(CONTRACT + name + ".v1.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }

  private static List<Example> examples(String folder) throws IOException, URISyntaxException {
    URI uri = Objects.requireNonNull(ContractTest.class.getResource(CONTRACT + folder)).toURI();
    if (uri.getScheme().equals("file")) {
      return examples(Path.of(uri));
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return examples(jar.getPath(CONTRACT + folder));
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
      throw new UncheckedIOException(e);
    }
  }
}
