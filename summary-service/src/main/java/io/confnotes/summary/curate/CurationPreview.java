package io.confnotes.summary.curate;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.RowChange;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a decision would change.
 *
 * @param talks how many talks it would change
 * @param sample some of them, as they are
 * @param changes the rows
 */
public record CurationPreview(
    @Schema(required = true) Action action,
    @Schema(required = true) int talks,
    @Schema(required = true, description = "Some of them, at most " + CurationPreview.SAMPLE)
        List<Talk> sample,
    @Schema(required = true) List<RowChange> changes) {
  static final int SAMPLE = 20;

  /** A talk that would change. */
  @Schema(name = "CuratedTalk")
  public record Talk(@Schema(required = true) UUID talkId, @Schema(required = true) String title) {}
}
