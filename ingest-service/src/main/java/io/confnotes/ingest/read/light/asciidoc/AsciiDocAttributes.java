package io.confnotes.ingest.read.light.asciidoc;

import java.util.HashMap;
import java.util.Map;

/**
 * The attributes that an AsciiDoc document defines and refers to as {@code {name}}. A value is
 * taken as it is written, without the attributes in it.
 */
final class AsciiDocAttributes {

  private static final int LONGEST_NAME = 60;

  private final Map<String, String> values = new HashMap<>();
  private int room;

  /**
   * @param room how many units all values together may add to the text; then references stay
   */
  AsciiDocAttributes(int room) {
    this.room = room;
  }

  void define(String name, String value) {
    values.put(name, value);
  }

  /** The text with values in the place of references; those to unknown names stay. */
  String resolve(String text) {
    int brace = values.isEmpty() ? -1 : text.indexOf('{');
    if (brace < 0) {
      return text;
    }
    StringBuilder resolved = new StringBuilder(text.length());
    int from = 0;
    while (brace >= 0) {
      int end = nameEnd(text, brace + 1);
      String value = end < 0 ? null : values.get(text.substring(brace + 1, end));
      if (value != null && value.length() <= room) {
        resolved.append(text, from, brace).append(value);
        room -= value.length();
        from = end + 1;
      }
      brace = text.indexOf('{', brace + 1);
    }
    return resolved.append(text, from, text.length()).toString();
  }

  /** Where the brace closes behind a name; else -1. */
  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST_NAME && isNamePart(text.charAt(end))) {
      end++;
    }
    return end > from && end < text.length() && text.charAt(end) == '}' ? end : -1;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
