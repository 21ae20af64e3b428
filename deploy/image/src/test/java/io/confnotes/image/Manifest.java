package io.confnotes.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the manifest of a service says of its container. */
record Manifest(int port, String user, int mebibytes, int secondsToStop) {

  static Manifest of(String service) {
    var text = read(Path.of("..", "kubernetes", "base", service + ".yaml"));
    int user = number(text, "runAsUser: (\\d+)");
    return new Manifest(
        number(text, "containerPort: (\\d+)"),
        user + ":" + user,
        number(text, "limits: \\{memory: (\\d+)Mi\\}"),
        number(text, "terminationGracePeriodSeconds: (\\d+)")
            - number(text, "sleep: \\{seconds: (\\d+)\\}"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
