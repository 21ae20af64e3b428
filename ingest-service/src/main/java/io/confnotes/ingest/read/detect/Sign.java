package io.confnotes.ingest.read.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What authors of one format write and others do not.
 *
 * @param pattern what is found in a line
 * @param points what each such line says for the format
 * @param most how many lines count
 * @param parts lines that have none of them need not be searched for the pattern, as most lines
 */
record Sign(Pattern pattern, int points, int most, List<String> parts) {

  static Sign of(String pattern, int points, int most, String... parts) {
    return new Sign(Pattern.compile(pattern), points, most, List.of(parts));
  }

  boolean isIn(String line) {
    for (String part : parts) {
      if (line.contains(part)) {
        return pattern.matcher(line).find();
      }
    }
    return false;
  }

  /** How many lines show it, up to what counts. */
  int count(Head head) {
    int count = 0;
    for (int i = 0; i < head.lines().size() && count < most; i++) {
      count += isIn(head.line(i)) ? 1 : 0;
    }
    return count;
  }

  static int points(List<Sign> signs, Head head) {
    return signs.stream().mapToInt(sign -> sign.points() * sign.count(head)).sum();
  }
}
