package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notations of front matter: what encloses it, and how its lines are read. */
enum Notation {
  YAML("---", "---") {
    @Override
    List<Entry> parse(List<String> lines, int firstLine) {
      List<Entry> entries = new ArrayList<>();
      for (SourceEntry source : SourceEntry.of(lines, firstLine)) {
        Value parsed =
            FieldKey.matters(source.key()) ? YamlValue.of(source.text(), source.line()) : null;
        if (parsed instanceof Value.Entries own) {
          entries.addAll(own.entries());
        } else {
          entries.add(raw(source));
        }
      }
      return entries;
    }
  },

  TOML("+++", "+++") {
    @Override
    List<Entry> parse(List<String> lines, int firstLine) {
      List<Entry> entries = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= lines.size(); i++) {
        if (i == lines.size() || isTable(lines.get(i))) {
          addTable(entries, lines.subList(from, i), firstLine + from);
          from = i;
        }
      }
      return entries;
    }
  },

  /** An object between braces that stand on lines of their own; YAML contains JSON. */
  JSON("{", "}") {
    @Override
    List<Entry> parse(List<String> lines, int firstLine) {
      String object = "{\n" + String.join("\n", lines).replace('\t', ' ') + "\n}";
      Value parsed = YamlValue.of(object, firstLine - 1);
      return parsed instanceof Value.Entries own ? own.entries() : List.of();
    }
  };

  private static final int LONGEST = 100_000;

  private final String opening;
  private final String closing;

  Notation(String opening, String closing) {
    this.opening = opening;
    this.closing = closing;
  }

  /**
   * Reads the lines between the fences. More than anybody writes is read without a parser.
   *
   * @param firstLine number of the first line, from 1
   */
  List<Entry> read(List<String> lines, int firstLine) {
    if (lines.stream().mapToInt(String::length).sum() <= LONGEST) {
      return parse(lines, firstLine);
    }
    return plain(lines, firstLine);
  }

  /** Reads lines that no fence encloses: what stands behind each key, as it is. */
  static List<Entry> plain(List<String> lines, int firstLine) {
    return SourceEntry.of(lines, firstLine).stream().map(Notation::raw).toList();
  }

  abstract List<Entry> parse(List<String> lines, int firstLine);

  private static Entry raw(SourceEntry source) {
    return new Entry(source.key(), RawEntry.read(source));
  }

  /** The notation that a line opens. */
  static @Nullable Notation openedBy(String line) {
    for (Notation notation : values()) {
      if (line.stripTrailing().equals(notation.opening)) {
        return notation;
      }
    }
    return null;
  }

  boolean isClosedBy(String line) {
    String text = line.stripTrailing();
    return text.equals(closing) || (this == YAML && text.equals("..."));
  }

  /** Whether a line, the first between the fences, is one of any notation. */
  static boolean opensEntry(String line) {
    return SourceEntry.separator(line.strip()) > 0 || isTable(line);
  }

  private static boolean isTable(String line) {
    String text = line.strip();
    return text.startsWith("[")
        && text.endsWith("]")
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "[]_-.\"".indexOf(c) >= 0);
  }

  /** The keys before the first table are read one by one, a table is read whole. */
  private static void addTable(List<Entry> entries, List<String> lines, int firstLine) {
    boolean table = !lines.isEmpty() && isTable(lines.getFirst());
    List<Entry> whole = table ? TomlValue.of(String.join("\n", lines), firstLine) : null;
    if (whole != null) {
      entries.addAll(whole);
      return;
    }
    List<Entry> own = new ArrayList<>();
    for (SourceEntry source : SourceEntry.of(lines, firstLine)) {
      List<Entry> parsed =
          FieldKey.matters(source.key()) ? TomlValue.of(source.text(), source.line()) : null;
      own.addAll(parsed == null ? List.of(raw(source)) : parsed);
    }
    String path = table ? lines.getFirst().replaceAll("[\\[\\]\"\\s]", "") : "";
    entries.addAll(path.isEmpty() ? own : nested(path, own));
  }

  private static List<Entry> nested(String path, List<Entry> entries) {
    List<Entry> nested = entries;
    String[] keys = path.split("\\.", 8);
    for (int i = keys.length - 1; i >= 0; i--) {
      nested = List.of(new Entry(keys[i], new Value.Entries(nested)));
    }
    return nested;
  }
}
