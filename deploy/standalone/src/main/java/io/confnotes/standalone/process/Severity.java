package io.confnotes.standalone.process;

import java.util.regex.Pattern;

/**
 * Which lines of a service's output belong on the terminal: warnings and errors with what follows
 * them. Not for several threads.
 */
final class Severity {

  private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[ T]\\S+ +([A-Z]+) ");
  private static final Pattern JSON = Pattern.compile("^\\{.*\"level\":\"([A-Z]+)\"");

  private boolean shown;

  /** Takes the next line; one without a level of its own goes where the one before went. */
  boolean shows(String line) {
    for (var pattern : new Pattern[] {RECORD, JSON}) {
      var matcher = pattern.matcher(line);
      if (matcher.find()) {
        shown = isSevere(matcher.group(1));
        return shown;
      }
    }
    return shown;
  }

  private static boolean isSevere(String level) {
    return switch (level) {
      case "WARN", "WARNING", "ERROR", "SEVERE", "FATAL" -> true;
      default -> false;
    };
  }
}
