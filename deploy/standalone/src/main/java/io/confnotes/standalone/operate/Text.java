package io.confnotes.standalone.operate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text for a terminal, to which nothing that others wrote is sent as it is. */
final class Text {

  private Text() {}

  /** A value on one line, without control characters; a dash where there is none. */
  static String of(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "-" : shown(value.asText());
  }

  /** On one line, without control characters. */
  static String shown(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '�' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Rows as columns, two spaces apart. */
  static String columns(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
