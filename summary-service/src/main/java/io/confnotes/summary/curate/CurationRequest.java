package io.confnotes.summary.curate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.confnotes.summary.curate.decision.Action;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision that is to be made.
 *
 * @param curator who decides, as the history shows it
 */
public record CurationRequest(
    @Schema(examples = "Ines Rowan", maxLength = Action.MAX_NAME) @JsonProperty(required = true)
        String curator,
    @JsonProperty(required = true) Action action) {

  public CurationRequest {
    curator = curator.strip();
    int length = curator.codePointCount(0, curator.length());
    if (length < 1 || length > Action.MAX_NAME) {
      throw new IllegalArgumentException(
          "'curator' is not a name of 1 to %d characters".formatted(Action.MAX_NAME));
    }
  }
}
