package io.confnotes.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a service can be told, from its own classes and {@code application.properties}.
 *
 * @param service {@code ingest-service} and the like
 */
record ServiceSettings(String service) {

  /** Every environment variable of its {@code @ConfigMapping}. */
  Set<String> variables() {
    String simple = service.substring(0, service.indexOf('-'));
    String type =
        "io.confnotes.%s.%sConfig"
            .formatted(
                simple, simple.substring(0, 1).toUpperCase(Locale.ROOT) + simple.substring(1));
    try {
      var variables = new TreeSet<String>();
      collect("CONFNOTES", Class.forName(type), variables);
      return variables;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void collect(String prefix, Class<?> mapping, Set<String> variables) {
    for (Method setting : mapping.getDeclaredMethods()) {
      String name = prefix + "_" + words(setting.getName());
      Class<?> type = setting.getReturnType();
      boolean isGroup =
          type.isInterface()
              && !(setting.getGenericReturnType() instanceof ParameterizedType)
              && Arrays.asList(mapping.getNestHost().getDeclaredClasses()).contains(type);
      if (isGroup) {
        collect(name, type, variables);
      } else {
        variables.add(name);
      }
    }
  }

  /** {@code bootstrapServers} is {@code BOOTSTRAP_SERVERS}. */
  private static String words(String method) {
    return method.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  String property(String name) {
    var file = Manifests.ROOT.resolve(service).resolve("src/main/resources/application.properties");
    try (var reader = Files.newBufferedReader(file)) {
      var properties = new Properties();
      properties.load(reader);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return Integer.parseInt(property("confnotes.http.port"));
  }

  /** How long requests have to finish once the service is told to stop. */
  int shutdownSeconds() {
    return Integer.parseInt(property("quarkus.shutdown.timeout").replace("s", ""));
  }

  /** How long services in images go on answering before that. */
  static int drainSeconds() {
    var file = Manifests.ROOT.resolve("deploy/image/Dockerfile");
    try (var lines = Files.lines(file)) {
      String delay = "ENV QUARKUS_SHUTDOWN_DELAY=";
      return lines
          .filter(line -> line.startsWith(delay))
          .mapToInt(line -> Integer.parseInt(line.substring(delay.length()).replace("s", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
