package io.confnotes.ingest.read.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What authors of one format write and others do not.
 *
 * @param pattern what is found in a line
 * @param points what each such line says for the format
 * @param most how many lines count
 */
record Sign(Pattern pattern, int points, int most) {

  static Sign of(String pattern, int points, int most) {
    return new Sign(Pattern.compile(pattern), points, most);
  }

  /** How many lines show it, up to what counts. */
  int count(Head head) {
    return (int)
        head.lines().stream().filter(line -> pattern.matcher(line).find()).limit(most).count();
  }

  static int points(List<Sign> signs, Head head) {
    return signs.stream().mapToInt(sign -> sign.points() * sign.count(head)).sum();
  }
}
