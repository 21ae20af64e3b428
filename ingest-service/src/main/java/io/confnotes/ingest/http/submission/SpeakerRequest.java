package io.confnotes.ingest.http.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.segment.people.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a speaker in a correction: a string, or an object. Its schema is in {@code
 * application.properties}, because annotations cannot say so.
 */
record SpeakerRequest(
    @Nullable String name, @Nullable String handle, @Nullable String affiliation) {

  @JsonCreator
  SpeakerRequest {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SpeakerRequest of(String text) {
    return text.startsWith("@")
        ? new SpeakerRequest(null, text, null)
        : new SpeakerRequest(text, null, null);
  }

  /**
   * @param at what it is called in the request
   */
  Speaker speaker(String at) {
    if (name == null && handle == null) {
      throw Problem.invalidParameter(at, "has neither a name nor a handle");
    }
    return new Speaker(
        text(at + ".name", name),
        handle == null ? null : text(at + ".handle", handle.strip().replaceFirst("^@", "")),
        text(at + ".affiliation", affiliation));
  }

  private static @Nullable String text(String at, @Nullable String value) {
    return value == null ? null : CorrectionRequest.text(at, value, Speaker.MAX_NAME);
  }
}
