package io.confnotes.ingest.read.light.lines;

import java.util.Locale;
import java.util.Set;

/** Which metadata of a document says what it is about, who spoke, where and when. */
public final class LightFields {

  private static final int LONGEST_KEY = 30;
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "subtitle",
          "speaker",
          "speakers",
          "presenter",
          "presenters",
          "talk",
          "panelists",
          "lecturer",
          "speaker_name",
          "presented_by",
          "by",
          "event",
          "conference",
          "date");

  private LightFields() {}

  /** The name that readers know a key by: lower case, {@code speaker_name} for a Speaker-Name. */
  public static String key(String written) {
    String key = written.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return key.equals("revdate") ? "date" : key;
  }

  public static boolean isKnown(String key) {
    return KEYS.contains(key);
  }

  /**
   * Where the name of a {@code :name: value} ends, at its second colon; else -1. A name has no
   * space at its ends, so that a clock or an emoji in a sentence is none.
   */
  public static int nameEnd(String line) {
    int end = line.startsWith(":") ? line.indexOf(':', 1) : -1;
    boolean named =
        end > 1
            && end <= LONGEST_KEY
            && line.charAt(1) != ' '
            && line.charAt(end - 1) != ' '
            && (end + 1 == line.length() || Character.isWhitespace(line.charAt(end + 1)));
    return named ? end : -1;
  }
}
