package io.confnotes.query.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the pipeline is well. What a service that is away would have told is null. */
public record Status(
    @Schema(required = true) State state,
    @Schema(required = true, description = "In one sentence", examples = "All is well.")
        String summary,
    @Schema(required = true, nullable = true, description = "What an operator can do about it")
        @Nullable String todo,
    @Schema(required = true) List<ServiceStatus> services,
    @Schema(required = true, nullable = true, examples = "7") @Nullable Integer schema,
    @Schema(
            required = true,
            nullable = true,
            description =
                "Records of the log that are not applied yet, of the partitions that the"
                    + " summary-service which answered has")
        @Nullable Long lag,
    @Schema(required = true, nullable = true, description = "Dead letters that wait")
        @Nullable Long deadLetters,
    @Schema(required = true, nullable = true, description = "When a submission was stored last")
        @Nullable Instant lastStoredAt,
    @Schema(
            required = true,
            nullable = true,
            description = "Whether all that is stored was analysed by the version in use",
            examples = "up to date")
        @Nullable String analysis,
    @Schema(
            required = true,
            nullable = true,
            description = "How far a re-analysis is; null where none runs",
            examples = "running, documents looked at: 120, talks changed: 7")
        @Nullable String reanalysis,
    @Schema(
            required = true,
            nullable = true,
            description = "How far a rebuild is; null where none is going on",
            examples = "building, 43 %")
        @Nullable String rebuild,
    @Schema(
            required = true,
            nullable = true,
            description = "How far talks follow decisions; null where all do",
            examples = "talks that are still to follow decisions: 1,200")
        @Nullable String curation) {

  /** How bad it is. */
  @Schema(name = "PipelineState")
  public enum State {
    @JsonProperty("well")
    WELL,
    /** It works, and somebody should look. */
    @JsonProperty("attention")
    ATTENTION,
    /** A part of it does not work. */
    @JsonProperty("failing")
    FAILING
  }
}
