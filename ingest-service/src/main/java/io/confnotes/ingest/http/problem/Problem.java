package io.confnotes.ingest.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as RFC 9457 has it.
 *
 * @param type a stable URI that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, and what to do
 * @param parameter the query parameter, field or member at fault
 * @param refused what was refused of several files, where none was accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Schema(examples = "talks[3].title") @Nullable String parameter,
    @Nullable List<Refusal> refused) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "urn:confnotes:problem:";

  public static RefusedException emptyDocument() {
    return refused(
        "empty",
        "The document is empty",
        422,
        "There is no text in it. Send the notes as the body.");
  }

  public static RefusedException noTalkFound() {
    return refused(
        "no-talk-found",
        "No talk was found",
        422,
        "Nothing was published. A talk begins with a line for its title, followed by a line for its"
            + " speaker, or with a heading. POST the same text to /api/v1/preview to see what was read.");
  }

  public static RefusedException tooManyTalks(int found, int most) {
    return refused(
        "too-many-talks",
        "Too many talks in one document",
        413,
        "%d talks were found, at most %d are allowed. Split the document.".formatted(found, most));
  }

  public static RefusedException tooLarge(String detail) {
    return refused("too-large", "The document is too large", 413, detail);
  }

  public static RefusedException recordTooLarge() {
    return tooLarge("The document has too many parts for one record of the log. Split it.");
  }

  public static RefusedException unsupportedMediaType(String detail) {
    return refused("unsupported-media-type", "The media type is not supported", 415, detail);
  }

  public static RefusedException undecodable(String detail) {
    return refused("undecodable", "The text cannot be decoded", 400, detail);
  }

  public static RefusedException invalidBody(String detail) {
    return refused("invalid-body", "The body is not understood", 400, detail);
  }

  public static RefusedException invalidParameter(String parameter, String reason) {
    return new RefusedException(
        new Problem(
            TYPE_PREFIX + "invalid-parameter",
            "A parameter is not valid",
            400,
            "'%s' %s.".formatted(parameter, reason),
            parameter,
            null),
        null,
        false);
  }

  /** A file of several that is not read; the kinds are those of {@link Refusal}. */
  public static RefusedException unread(String name, String title, String detail) {
    return refused(name, title, 422, detail);
  }

  public static RefusedException duplicate(String detail) {
    return unread("duplicate", "The document was there already", detail);
  }

  /**
   * The rest of a request that has more than one may.
   *
   * @param most how much of what it may have
   */
  public static RefusedException tooMany(String most) {
    return unread(
        "too-many",
        "Too much in one request",
        "At most %s are accepted at a time. Send this one in another request.".formatted(most));
  }

  public static RefusedException logAway() {
    return later(
        "log-unavailable",
        "The log does not answer",
        "Kafka did not acknowledge the document. Nothing is lost on your side: submit it again.",
        null);
  }

  public static RefusedException busy() {
    return later(
        "busy",
        "Too much is being read already",
        "Other requests take all the memory there is for bodies. Nothing was read; submit it again.",
        null);
  }

  /**
   * None of several files was accepted.
   *
   * @param logAway whether some would have been, had the log answered
   */
  public static RefusedException nothingAccepted(Refusals refusals, boolean logAway) {
    if (logAway) {
      return later(
          "log-unavailable",
          "The log does not answer",
          "Kafka acknowledged none of the documents. Submit them again.",
          refusals.listed());
    }
    return new RefusedException(
        new Problem(
            TYPE_PREFIX + "nothing-accepted",
            "No document was accepted",
            422,
            "None of the files was accepted (%,d). The member 'refused' says why%s."
                .formatted(refusals.count(), refusals.unlisted() == 0 ? "" : ", of the first ones"),
            null,
            refusals.listed()),
        null,
        false);
  }

  /** Refuses a request for who sent it; the body stays unread. */
  public static Problem forbidden(String name, int status, String detail) {
    return new Problem(TYPE_PREFIX + name, "The request is refused", status, detail, null, null);
  }

  /**
   * Refuses a request for want of a token, or of a scope.
   *
   * @param name the last part of the type's URI
   */
  public static Problem access(String name, String title, int status, String detail) {
    return new Problem(TYPE_PREFIX + name, title, status, detail, null, null);
  }

  /** For a status that a framework chose: its reason phrase says all there is. */
  static Problem plain(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null, null);
  }

  private static RefusedException later(
      String name, String title, String detail, @Nullable List<Refusal> refused) {
    return new RefusedException(
        new Problem(TYPE_PREFIX + name, title, 503, detail, null, refused),
        Duration.ofSeconds(5),
        false);
  }

  private static RefusedException refused(String name, String title, int status, String detail) {
    return new RefusedException(
        new Problem(TYPE_PREFIX + name, title, status, detail, null, null), null, status == 413);
  }
}
