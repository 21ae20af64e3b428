package io.confnotes.summary.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild, and how far it is.
 *
 * @param switches whether it takes the place of the serving schema as soon as it is ready
 * @param analyser the version that its talks are analysed with
 * @param records how many it has applied
 * @param refused how many of them are dead letters
 * @param progress null before it has begun to read, and once it has ended
 * @param differences between the serving schema and the rebuilt one, when they were compared; null
 *     before
 * @param problem why it does not go on, or has ended; null where nothing is wrong
 * @param todo what an operator can do about it
 */
public record Rebuild(
    @Schema(required = true) long id,
    @JsonProperty("switch") @Schema(name = "switch", required = true) boolean switches,
    @Schema(required = true) State state,
    @Schema(required = true) String analyser,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true) Instant updatedAt,
    @Schema(required = true) long records,
    @Schema(required = true) long refused,
    @Nullable Progress progress,
    @Nullable Differences differences,
    @Nullable String problem,
    @Nullable String todo) {

  /** What it is at. */
  public enum State {
    @JsonProperty("building")
    BUILDING,
    @JsonProperty("comparing")
    COMPARING,
    /** It follows the log until it is told to switch, or to go. */
    @JsonProperty("ready")
    READY,
    @JsonProperty("switched")
    SWITCHED,
    @JsonProperty("stopped")
    STOPPED
  }

  /**
   * How much of what the serving schema has applied it has applied, too, in offsets of the log:
   * those of records that compaction has removed count as well.
   *
   * @param percent rounded down
   * @param secondsLeft at the pace so far; null where that tells nothing yet
   */
  public record Progress(
      @Schema(required = true) long done,
      @Schema(required = true) long total,
      @Schema(required = true) int percent,
      @Nullable Long secondsLeft,
      @Schema(required = true) List<PartitionProgress> partitions) {}

  /** One partition's share. */
  public record PartitionProgress(
      @Schema(required = true) int partition,
      @Schema(required = true) long done,
      @Schema(required = true) long total) {}

  /**
   * What differs.
   *
   * @param complete whether all has been compared
   * @param tags the numbers of talks of each tag, by time
   * @param names tags, speakers and events with their numbers of talks
   * @param sample the first hundred, of each kind in the order of the keys
   */
  public record Differences(
      @Schema(required = true) boolean complete,
      @Schema(required = true) Tally documents,
      @Schema(required = true) Tally talks,
      @Schema(required = true) Tally tags,
      @Schema(required = true) Tally names,
      @Schema(required = true) List<TableRows> tables,
      @Schema(required = true) List<Difference> sample) {}

  /** Counts of one kind, by where there are rows of it; {@code different} are on both sides. */
  public record Tally(
      @Schema(required = true) long serving,
      @Schema(required = true) long rebuilt,
      @Schema(required = true) long onlyServing,
      @Schema(required = true) long onlyRebuilt,
      @Schema(required = true) long different) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);
  }

  /** How many rows a table has. */
  public record TableRows(
      @Schema(required = true) String table,
      @Schema(required = true) long serving,
      @Schema(required = true) long rebuilt) {}

  /**
   * A document, talk, or the counts of a tag or name, that differs.
   *
   * @param key its id, or slug
   * @param title of a talk that is served
   * @param serving whether the serving schema has rows of it
   * @param rebuilt whether the rebuilt one has
   * @param fields in which columns ({@code talk.title}), or tables of which it has several rows
   */
  public record Difference(
      @Schema(required = true) String kind,
      @Schema(required = true) String key,
      @Nullable String title,
      @Schema(required = true) boolean serving,
      @Schema(required = true) boolean rebuilt,
      @Schema(required = true) List<String> fields) {}
}
