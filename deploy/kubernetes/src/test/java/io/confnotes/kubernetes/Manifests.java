package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The resources of a kustomization, as Kustomize renders them. */
record Manifests(List<ObjectNode> resources) {
  static final Path MODULE = Path.of("").toAbsolutePath();
  static final Path ROOT = MODULE.resolve("../..").normalize();

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

  /** Every folder below {@code overlays}, and one that has every component. */
  static Stream<Path> overlays() throws IOException {
    return Stream.concat(folders("overlays"), Stream.of(everything()));
  }

  /** The production overlay with the components that it leaves to who needs them. */
  static Path everything() throws IOException {
    var used = read(MODULE.resolve("overlays/production/kustomization.yaml")).path("components");
    var lines = new ArrayList<>(List.of("components:"));
    folders("components")
        .map(component -> "../../components/" + component.getFileName())
        .filter(component -> used.valueStream().noneMatch(it -> it.asText().equals(component)))
        .forEach(component -> lines.add("  - ../" + component));
    return onProduction("everything", String.join("\n", lines));
  }

  /** An overlay of production that is not kept. */
  static Path onProduction(String name, String yaml) throws IOException {
    Path folder = Files.createDirectories(MODULE.resolve("target/kustomize").resolve(name));
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: confnotes
        resources: [../../../overlays/production]
        """
            + yaml);
    return folder;
  }

  private static Stream<Path> folders(String parent) throws IOException {
    try (var folders = Files.list(MODULE.resolve(parent))) {
      return folders.sorted().toList().stream();
    }
  }

  static Manifests overlay(String name) {
    return of(MODULE.resolve("overlays").resolve(name));
  }

  /** Renders a folder, or skips the test where neither kubectl nor kustomize is on the path. */
  static Manifests of(Path folder) {
    Path program = onPath("kustomize");
    List<String> command =
        program == null ? command(onPath("kubectl"), "kustomize") : command(program, "build");
    Manifests rendered =
        RENDERED.computeIfAbsent(folder, key -> new Manifests(parse(run(command, key))));
    // Tests change what they get
    return new Manifests(
        new ArrayList<>(rendered.resources.stream().map(ObjectNode::deepCopy).toList()));
  }

  private static List<String> command(@Nullable Path program, String verb) {
    if (program == null) {
      String message = "Manifests are not tested: kubectl or kustomize has to be on the path";
      assertThat(System.getenv("CONFNOTES_TEST_REQUIRE_KUSTOMIZE")).as(message).isNull();
      Assumptions.abort(message);
    }
    return List.of(String.valueOf(program), verb);
  }

  private static @Nullable Path onPath(String program) {
    return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static String run(List<String> command, Path folder) {
    try {
      var full = new ArrayList<>(command);
      full.add(folder.toString());
      var errors = Files.createTempFile("kustomize", ".log");
      var process = new ProcessBuilder(full).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaints = Files.readString(errors);
      Files.delete(errors);
      // Warnings are of what Kustomize will do away with
      assertThat(complaints).as("rendering %s", folder).isEmpty();
      assertThat(status).as("rendering %s", folder).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static List<ObjectNode> parse(String yaml) {
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode read(Path file) {
    try {
      return parse(Files.readString(file)).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String kind(JsonNode resource) {
    return resource.path("kind").asText();
  }

  static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }

  List<ObjectNode> ofKind(String kind) {
    return resources.stream().filter(resource -> kind(resource).equals(kind)).toList();
  }

  /**
   * The one of a kind and name. Kustomize adds a hash to names of what it generates: the name may
   * go on with one.
   */
  ObjectNode get(String kind, String name) {
    return ofKind(kind).stream()
        .filter(resource -> name(resource).matches(name + "(-[a-z0-9]{10})?"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  /** What runs pods; those of operators are confined by them. */
  List<ObjectNode> workloads() {
    return resources.stream()
        .filter(resource -> resource.path("apiVersion").asText().matches("(apps|batch)/.*"))
        .toList();
  }

  static ObjectNode podSpec(ObjectNode workload) {
    return (ObjectNode) workload.at("/spec/template/spec");
  }

  /** Those that run, and those that run before. */
  static List<ObjectNode> containers(ObjectNode workload) {
    var containers = new ArrayList<ObjectNode>();
    for (var list : List.of("containers", "initContainers")) {
      podSpec(workload).path(list).forEach(container -> containers.add((ObjectNode) container));
    }
    return containers;
  }

  /** The container that is the service. */
  static ObjectNode container(ObjectNode workload) {
    return (ObjectNode) podSpec(workload).at("/containers/0");
  }
}
