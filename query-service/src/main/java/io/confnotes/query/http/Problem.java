package io.confnotes.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error, as RFC 9457 has it.
 *
 * @param type a stable URI that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, and what to do
 * @param parameter the query parameter at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An error (RFC 9457). Compare `type`; the words may change.")
public record Problem(
    @Schema(required = true, examples = "urn:confnotes:problem:invalid-parameter") String type,
    @Schema(required = true, examples = "A parameter is not valid") String title,
    @Schema(required = true, examples = "400") int status,
    @Schema(required = true, examples = "'limit' is not a number from 1 to 200.") String detail,
    @Schema(description = "The query parameter at fault", examples = "limit")
        @Nullable String parameter) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_PREFIX = "urn:confnotes:problem:";

  /**
   * A problem of its own kind.
   *
   * @param name the last part of the type's URI
   */
  public static Problem of(String name, String title, int status, String detail) {
    return new Problem(TYPE_PREFIX + name, title, status, detail, null);
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(of("not-found", "Not found", 404, detail));
  }

  /**
   * A 400 that points at a query parameter.
   *
   * @param reason completes the sentence that begins with the parameter's name
   */
  public static ProblemException invalidParameter(String parameter, String reason) {
    String detail = "'%s' %s.".formatted(parameter, reason);
    return new ProblemException(
        new Problem(
            TYPE_PREFIX + "invalid-parameter", "A parameter is not valid", 400, detail, parameter));
  }

  /** For a status that the HTTP layer chose. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> of("not-found", "Not found", 404, "There is nothing at this path.");
      case 405 ->
          of("method-not-allowed", "Method not allowed", 405, "Allow tells which there are.");
      case 406 ->
          of(
              "not-acceptable",
              "Not acceptable",
              406,
              "What the Accept header asks for is not made here. Leave it out.");
      case 413 ->
          of("too-large", "Too large", 413, "The request's body is larger than is taken here.");
      case 414 -> of("uri-too-long", "URI too long", 414, "Send a shorter path and query.");
      case 415 ->
          of("unsupported-media-type", "Unsupported media type", 415, "See the API's description.");
      default ->
          status < 500
              ? of("bad-request", "Bad request", status, "The request is not understood.")
              : of(
                  "internal-error",
                  "Internal error",
                  status,
                  "Something is broken here. The service's log says more.");
    };
  }
}
