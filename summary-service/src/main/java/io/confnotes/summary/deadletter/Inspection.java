package io.confnotes.summary.deadletter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dead letter with what its record says about itself.
 *
 * @param headers in their order, at most {@value #MOST_HEADERS}
 */
@Schema(name = "DeadLetterInspection")
public record Inspection(
    @Schema(required = true) DeadLetter deadLetter, @Schema(required = true) List<Header> headers) {

  static final int MOST_HEADERS = 100;

  /** A header, with the beginning of its value as text. */
  @Schema(name = "DeadLetterHeader")
  public record Header(
      @Schema(required = true, examples = "ce_type") String name,
      @Schema(required = true, description = "At most 1,000 characters") String value) {}
}
