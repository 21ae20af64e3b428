package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.LightLists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nested lists of AsciiDoc: an item is as deep as its marker, wherever it stands. */
final class AsciiDocLists {

  /**
   * How an item begins.
   *
   * @param sort the same for the items of one list
   * @param text of the item
   */
  record Item(String sort, String text) {}

  private static final int LONGEST_MARKER = 6;

  private final List<String> sorts = new ArrayList<>();

  /** The depth, from 1, of an item; items of lists within its list are over. */
  int depth(Item item) {
    int known = sorts.indexOf(item.sort());
    if (known < 0) {
      sorts.add(item.sort());
      return sorts.size();
    }
    sorts.subList(known + 1, sorts.size()).clear();
    return known + 1;
  }

  /** The depth of the last item; 0 outside of lists. */
  int depth() {
    return sorts.size();
  }

  void clear() {
    sorts.clear();
  }

  /** Reads a bullet or number; null where there is none. */
  static @Nullable Item item(String line) {
    int length = markerLength(line);
    if (length > 0) {
      String marker = line.substring(0, length);
      String sort = Character.isDigit(line.charAt(0)) ? "1" : marker;
      return new Item(sort, LightLists.withoutCheckbox(line.substring(length).strip()));
    }
    int number = LightLists.numberLength(line);
    return number > 0 ? new Item("1", line.substring(number).strip()) : null;
  }

  private static int markerLength(String line) {
    char first = line.charAt(0);
    if (first == '<') {
      int end = line.indexOf("> ");
      boolean callout =
          end > 1 && end <= 4 && line.chars().limit(end).skip(1).allMatch(AsciiDocLists::isDigit);
      return callout ? end + 1 : 0;
    }
    int length = 0;
    while (length < line.length() && length <= LONGEST_MARKER && line.charAt(length) == first) {
      length++;
    }
    boolean marker =
        ((first == '*' || first == '.') && length <= LONGEST_MARKER)
            || (first == '-' && length == 1);
    return marker && length < line.length() && Character.isWhitespace(line.charAt(length))
        ? length
        : 0;
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** Reads {@code what is described:: description}; null for any other line. */
  static @Nullable Item description(String line) {
    for (int at = line.indexOf("::", 1); at > 0; at = line.indexOf("::", at)) {
      int end = at;
      while (end < line.length() && line.charAt(end) == ':') {
        end++;
      }
      boolean ends = end == line.length() || Character.isWhitespace(line.charAt(end));
      if (ends && end - at <= 4 && !Character.isWhitespace(line.charAt(at - 1))) {
        String text = line.substring(0, at) + ": " + line.substring(end).strip();
        return new Item(line.substring(at, end), text.strip());
      }
      at = end;
    }
    return null;
  }
}
