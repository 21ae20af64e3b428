package io.confnotes.ingest.segment.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who gave a talk: at least a name or a handle is known.
 *
 * @param name as written, without honorifics
 * @param handle account name without "@"
 * @param affiliation company, university or role, as written
 */
public record Speaker(
    @Nullable String name, @Nullable String handle, @Nullable String affiliation) {

  /** Code points of a name, a handle or an affiliation, at most. */
  public static final int MAX_NAME = 200;

  public Speaker {
    if (name == null && handle == null) {
      throw new IllegalArgumentException("A speaker needs a name or a handle");
    }
  }

  /** Whether name or handle agree. */
  public boolean isSameAs(Speaker other) {
    boolean sameName = name != null && name.equalsIgnoreCase(other.name);
    boolean sameHandle = handle != null && handle.equalsIgnoreCase(other.handle);
    return sameName || sameHandle;
  }

  /** This speaker, with what only the other one tells. */
  public Speaker and(Speaker other) {
    return new Speaker(
        name != null ? name : other.name,
        handle != null ? handle : other.handle,
        affiliation != null ? affiliation : other.affiliation);
  }

  /** Whether nothing of it is longer than names are. */
  public boolean fits() {
    return isShort(name) && isShort(handle) && isShort(affiliation);
  }

  private static boolean isShort(@Nullable String text) {
    return text == null || text.codePointCount(0, text.length()) <= MAX_NAME;
  }
}
