package io.confnotes.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as RFC 9457 has it.
 *
 * @param type a stable URI that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, and what to do
 * @param parameter the query parameter or member at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable String parameter) {

  static final String MEDIA_TYPE = "application/problem+json";
  static final String TYPE_PREFIX = "urn:confnotes:problem:";

  static RefusedException emptyDocument() {
    return refused(
        "empty",
        "The document is empty",
        422,
        "There is no text in it. Send the notes as the body.");
  }

  static RefusedException noTalkFound() {
    return refused(
        "no-talk-found",
        "No talk was found",
        422,
        "Nothing was published. A talk begins with a line for its title, followed by a line for its"
            + " speaker, or with a heading. POST the same text to /api/v1/preview to see what was read.");
  }

  static RefusedException tooManyTalks(int found, int most) {
    return refused(
        "too-many-talks",
        "Too many talks in one document",
        413,
        "%d talks were found, at most %d are allowed. Split the document.".formatted(found, most));
  }

  static RefusedException tooLarge(String detail) {
    return refused("too-large", "The document is too large", 413, detail);
  }

  static RefusedException unsupportedMediaType(String detail) {
    return refused("unsupported-media-type", "The media type is not supported", 415, detail);
  }

  static RefusedException undecodable(String detail) {
    return refused("undecodable", "The text cannot be decoded", 400, detail);
  }

  static RefusedException invalidBody(String detail) {
    return refused("invalid-body", "The body is not understood", 400, detail);
  }

  static RefusedException invalidParameter(String parameter, String reason) {
    return new RefusedException(
        new Problem(
            TYPE_PREFIX + "invalid-parameter",
            "A parameter is not valid",
            400,
            "'%s' %s.".formatted(parameter, reason),
            parameter),
        null,
        false);
  }

  static RefusedException logAway(String detail) {
    return new RefusedException(
        new Problem(TYPE_PREFIX + "log-unavailable", "The log does not answer", 503, detail, null),
        Duration.ofSeconds(5),
        false);
  }

  /** For a status that a framework chose: its reason phrase says all there is. */
  static Problem plain(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null);
  }

  private static RefusedException refused(String name, String title, int status, String detail) {
    return new RefusedException(
        new Problem(TYPE_PREFIX + name, title, status, detail, null), null, status == 413);
  }
}
