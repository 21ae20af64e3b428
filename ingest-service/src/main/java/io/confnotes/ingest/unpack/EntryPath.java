package io.confnotes.ingest.unpack;

import io.confnotes.ingest.unpack.Entry.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Paths of files as senders and archives give them, made safe. */
public final class EntryPath {

  /** Code points of a path, at most. */
  public static final int MAX_LENGTH = 400;

  static final int MAX_DEPTH = 32;

  private EntryPath() {}

  /**
   * A path for a file that was sent by itself.
   *
   * @return the names in it, separated by "/"; empty where it has none, leads elsewhere, or is too
   *     long
   */
  public static String ofFile(String name) {
    try {
      return of(name);
    } catch (RefusedEntry e) {
      return "";
    }
  }

  /**
   * The names of a path, separated by "/", in one normal form. Where it begins does not matter,
   * because nothing is written to a disk; a way out of the archive is refused all the same.
   */
  static String of(String name) throws RefusedEntry {
    List<String> parts = new ArrayList<>();
    String unrooted = name.replaceFirst("^[A-Za-z]:", "");
    for (String part : unrooted.replace('\\', '/').split("/", -1)) {
      if (part.equals("..")) {
        throw bad("It leads out of the archive.");
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.isEmpty() || !shown(name).equals(name)) {
      throw bad(
          "It has no name, one of more than %d characters, or control characters."
              .formatted(MAX_LENGTH));
    }
    if (parts.size() > MAX_DEPTH) {
      throw bad("It is more than %d folders deep.".formatted(MAX_DEPTH));
    }
    return Normalizer.normalize(String.join("/", parts), Normalizer.Form.NFC);
  }

  private static RefusedEntry bad(String detail) {
    return new RefusedEntry(Reason.BAD_PATH, detail);
  }

  /** A name as it can be shown, whatever it is. */
  public static String shown(String name) {
    int[] visible =
        name.codePoints()
            .limit(MAX_LENGTH)
            .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
            .toArray();
    return new String(visible, 0, visible.length);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
