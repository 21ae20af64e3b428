package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Builds values of what a TOML parser read. */
final class TomlValue {

  private static final int DEEPEST = 12;
  private static final int MOST_DOTS = 400;

  private final List<String> lines;
  private final int line;

  private TomlValue(List<String> lines, int line) {
    this.lines = lines;
    this.line = line;
  }

  /**
   * The keys of a TOML text; null where it is none, or one beyond the bounds.
   *
   * @param line number of its first line in the source, from 1
   */
  static @Nullable List<Entry> of(String toml, int line) {
    if (isDeep(toml)) {
      return null; // the parser recurses, and takes long to give up
    }
    TomlParseResult result = Toml.parse(toml);
    return result.hasErrors()
        ? null
        : new TomlValue(toml.lines().toList(), line).entries(result, 0);
  }

  private static boolean isDeep(String toml) {
    int dots = 0;
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < toml.length(); i++) {
      char c = toml.charAt(i);
      dots += c == '.' ? 1 : 0;
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest > DEEPEST || dots > MOST_DOTS;
  }

  private List<Entry> entries(TomlTable table, int depth) {
    List<Entry> entries = new ArrayList<>();
    List<String> keys =
        table.keySet().stream()
            .sorted(Comparator.comparingInt(key -> line(table.inputPositionOf(List.of(key)))))
            .toList();
    for (String key : keys) {
      List<String> path = List.of(key);
      int at = line(table.inputPositionOf(path));
      entries.add(new Entry(key, value(table.get(path), at, depth + 1)));
    }
    return entries;
  }

  private Value value(@Nullable Object object, int at, int depth) {
    if (depth > DEEPEST) {
      return new Value.Text("", at);
    }
    return switch (object) {
      case TomlTable table -> new Value.Entries(entries(table, depth));
      case TomlArray array -> items(array, depth);
      case null -> new Value.Text("", at);
      default -> new Value.Text(object.toString(), at);
    };
  }

  private Value items(TomlArray array, int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(value(array.get(i), itemLine(array.inputPositionOf(i)), depth + 1));
    }
    return new Value.Items(items);
  }

  private int line(@Nullable TomlPosition position) {
    return line + (position == null ? 0 : position.line() - 1);
  }

  /** Of an item the parser gives the line end before it. */
  private int itemLine(TomlPosition position) {
    int at = position.line() - 1;
    int from = position.column() - 1;
    while (at < lines.size() - 1 && isBehindItems(lines.get(at), from)) {
      at++;
      from = 0;
    }
    return line + at;
  }

  private static boolean isBehindItems(String text, int from) {
    String rest = text.substring(Math.min(from, text.length())).strip();
    return rest.isEmpty() || rest.startsWith("#");
  }
}
