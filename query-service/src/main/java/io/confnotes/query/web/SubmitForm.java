package io.confnotes.query.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in.
 *
 * @param key makes sending the same form twice one submission
 */
record SubmitForm(
    String text, String event, String date, String author, String sourceUrl, String key) {

  static SubmitForm empty() {
    return of(null, null, null, null, null, null);
  }

  static SubmitForm of(
      @Nullable String text,
      @Nullable String event,
      @Nullable String date,
      @Nullable String author,
      @Nullable String sourceUrl,
      @Nullable String key) {
    return new SubmitForm(
        // Browsers send CRLF whatever was pasted
        given(text).replace("\r\n", "\n"),
        given(event),
        given(date),
        given(author),
        given(sourceUrl),
        key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
