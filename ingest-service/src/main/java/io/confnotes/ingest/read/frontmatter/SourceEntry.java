package io.confnotes.ingest.read.frontmatter;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of front matter from an unindented key to the next one. Each entry is parsed by itself,
 * so that one that is broken spoils no other.
 *
 * @param key as written, without quotes
 * @param lines its lines, the first one with the key
 * @param line number of the first line in the source, from 1
 */
record SourceEntry(String key, List<String> lines, int line) {

  private static final int LONGEST_KEY = 60;

  /** The entries of these lines; what stands before the first key is left out. */
  static List<SourceEntry> of(List<String> lines, int firstLine) {
    List<SourceEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int end = i + 1;
      while (end < lines.size() && !opens(lines.get(end))) {
        end++;
      }
      if (opens(lines.get(i))) {
        String key = key(lines.get(i), separator(lines.get(i)));
        entries.add(new SourceEntry(key, lines.subList(i, end), firstLine + i));
      }
      i = end;
    }
    return entries;
  }

  private static boolean opens(String line) {
    return separator(line) > 0;
  }

  /** Where the key of {@code key: value} or {@code key = value} ends; -1 for other lines. */
  static int separator(String line) {
    int at = 0;
    while (at < line.length() && at < LONGEST_KEY && isOfKey(line.charAt(at), at)) {
      at++;
    }
    boolean separated = at < line.length() && (line.charAt(at) == ':' || line.charAt(at) == '=');
    boolean address = line.startsWith("://", at);
    return at > 0 && separated && !address ? at : -1;
  }

  private static boolean isOfKey(char c, int at) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '"'
        || c == '\''
        || (at > 0 && (c == '-' || c == '.' || c == ' '));
  }

  static String key(String line, int separator) {
    return line.substring(0, separator).replace("\"", "").replace("'", "").strip();
  }

  /** What stands behind the key on its line. */
  String inline() {
    return lines.getFirst().substring(separator(lines.getFirst()) + 1);
  }

  /** All of it as one text. */
  String text() {
    return String.join("\n", lines);
  }
}
