package io.confnotes.summary.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error, as RFC 9457 has it.
 *
 * @param type a stable URI that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, and what to do
 */
@Schema(description = "An error (RFC 9457). Compare `type`; the words may change.")
public record Problem(
    @Schema(required = true, examples = "urn:confnotes:problem:name-taken") String type,
    @Schema(required = true, examples = "The name is taken") String title,
    @Schema(required = true, examples = "409") int status,
    @Schema(required = true, examples = "Merge 'k8s' into 'kubernetes' instead.") String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * A problem of its own kind.
   *
   * @param name the last part of the type's URI
   */
  public static Problem of(String name, String title, int status, String detail) {
    return new Problem("urn:confnotes:problem:" + name, title, status, detail);
  }

  public static ProblemException invalidBody(String detail) {
    return new ProblemException(of("invalid-body", "The body is not understood", 400, detail));
  }

  /**
   * A 400 that points at a query parameter.
   *
   * @param reason completes the sentence that begins with the parameter's name
   */
  public static ProblemException invalidParameter(String parameter, String reason) {
    return new ProblemException(
        of(
            "invalid-parameter",
            "A parameter is not valid",
            400,
            "'%s' %s.".formatted(parameter, reason)));
  }

  /** For a status that the HTTP layer chose. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 ->
          of(
              "not-found",
              "Not found",
              404,
              "There is nothing at this address. The addresses are listed at /q/openapi.");
      case 405 ->
          of("method-not-allowed", "Method not allowed", 405, "Allow tells which there are.");
      case 406 ->
          of("not-acceptable", "Not acceptable", 406, "The answers here are application/json.");
      case 413 ->
          of("too-large", "Too large", 413, "A body may have 256 KiB. Send less at a time.");
      case 415 ->
          of("unsupported-media-type", "Unsupported media type", 415, "Send application/json.");
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
