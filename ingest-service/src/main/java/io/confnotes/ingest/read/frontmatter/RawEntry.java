package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an entry that no parser accepts, line by line: nothing of it is lost, only its structure is
 * guessed. Real front matter holds unquoted colons, handles and single quotes.
 */
final class RawEntry {

  private static final int LONGEST = 2_000;

  private final SourceEntry source;
  private final List<Value> items = new ArrayList<>();
  private List<Entry> pairs = new ArrayList<>();
  private String words;

  private RawEntry(SourceEntry source) {
    this.source = source;
    this.words = unquote(source.inline());
  }

  /** The scalar, list or mapping that the entry most likely is. */
  static Value read(SourceEntry source) {
    RawEntry raw = new RawEntry(source);
    for (int i = 1; i < source.lines().size(); i++) {
      raw.add(source.lines().get(i).strip(), source.line() + i);
    }
    return raw.value();
  }

  private void add(String line, int number) {
    if (line.startsWith("- ")) {
      endPairs();
      String item = line.substring(2).strip();
      if (!addPair(item, number) && !item.isEmpty()) {
        items.add(new Value.Text(unquote(item), number));
      }
    } else if (words.length() < LONGEST && (!words.isEmpty() || !addPair(line, number))) {
      words = (words + " " + line).strip();
    }
  }

  private boolean addPair(String line, int number) {
    int separator = SourceEntry.separator(line);
    if (separator < 0) {
      return false;
    }
    String value = unquote(line.substring(separator + 1));
    String key = SourceEntry.key(line, separator);
    pairs.add(new Entry(key, new Value.Text(value, number)));
    return true;
  }

  private void endPairs() {
    if (!pairs.isEmpty()) {
      items.add(new Value.Entries(pairs));
      pairs = new ArrayList<>();
    }
  }

  private Value value() {
    if (items.isEmpty() && !pairs.isEmpty()) {
      return new Value.Entries(pairs);
    }
    endPairs();
    return items.isEmpty() ? scalarOrList() : new Value.Items(items);
  }

  private Value scalarOrList() {
    boolean list =
        words.length() > 1
            && words.indexOf(']') == words.length() - 1
            && words.lastIndexOf('[') == 0;
    if (!list) {
      return new Value.Text(words, source.line());
    }
    for (String item : words.substring(1, words.length() - 1).split(",", -1)) {
      items.add(new Value.Text(unquote(item), source.line()));
    }
    return new Value.Items(items);
  }

  /** Without quotes around it, also where one of them is missing, and without block marks. */
  private static String unquote(String raw) {
    String text = raw.strip();
    if (text.equals("|") || text.equals(">") || text.equals("|-") || text.equals(">-")) {
      return "";
    }
    if (text.isEmpty() || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
      return text;
    }
    char quote = text.charAt(0);
    boolean closed = text.length() > 1 && text.charAt(text.length() - 1) == quote;
    boolean alone = text.indexOf(quote, 1) < 0;
    if (closed) {
      return text.substring(1, text.length() - 1).replace("\\\"", "\"").strip();
    }
    return alone ? text.substring(1).strip() : text;
  }
}
