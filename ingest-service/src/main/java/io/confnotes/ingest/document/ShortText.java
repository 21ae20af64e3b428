package io.confnotes.ingest.document;

import org.jspecify.annotations.Nullable;

/** One line that a submitter gives: a name, a title, a key. */
public final class ShortText {

  private ShortText() {}

  /**
   * The text without white space around it.
   *
   * @param field what it is called in the request
   * @param most code points it may have
   * @return null where it is absent or blank
   * @throws InvalidMetadata where it is longer, or no plain text
   */
  public static @Nullable String checked(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.codePoints().anyMatch(ShortText::isForbidden)) {
      throw new InvalidMetadata(
          field, "contains a control character or half of a surrogate pair; send plain text");
    }
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw new InvalidMetadata(
          field, "has %d characters, at most %d are allowed".formatted(length, most));
    }
    return text;
  }

  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
