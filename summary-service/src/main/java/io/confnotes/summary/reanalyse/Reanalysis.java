package io.confnotes.summary.reanalyse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A re-analysis, and how far it is. Its counts are of the documents it has looked at so far; a talk
 * with notes in several documents can count for each.
 *
 * @param dryRun whether it only finds out what would change
 * @param analyser the version that it brings talks to
 * @param documentsUnread stored before blocks were, or not to be analysed: left as they are
 * @param changes a sample of what it changes
 */
public record Reanalysis(
    @Schema(required = true) long id,
    @Schema(required = true) boolean dryRun,
    @Schema(required = true) String analyser,
    @Schema(required = true) State state,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true) Instant updatedAt,
    @Schema(required = true) int documents,
    @Schema(required = true) int documentsUnread,
    @Schema(required = true) int talks,
    @Schema(required = true) int talksChanged,
    @Schema(required = true) int tagsAdded,
    @Schema(required = true) int tagsRemoved,
    @Schema(required = true) int keyPointsAdded,
    @Schema(required = true) int keyPointsRemoved,
    @Schema(required = true) List<TalkChange> changes) {

  /** Whether there is more to do. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("stopped")
    STOPPED
  }

  /** What it changes in one talk; of long lists the first ones. */
  public record TalkChange(
      @Schema(required = true) UUID talkId,
      @Nullable String title,
      @Schema(required = true) List<String> tagsAdded,
      @Schema(required = true) List<String> tagsRemoved,
      @Schema(required = true) List<String> keyPointsAdded,
      @Schema(required = true) List<String> keyPointsRemoved) {}
}
