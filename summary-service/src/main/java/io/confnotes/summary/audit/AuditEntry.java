package io.confnotes.summary.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param at when it was accepted
 * @param subject of the token, {@code anonymous} without one; null where nobody wrote it down yet
 * @param tokenId the token's {@code jti}, if it has one
 * @param documentId what was submitted or deleted; null where the record was unreadable
 * @param curationId the decision, which says what it was about
 * @param deadLetterId the dead letter that was replayed or discarded
 * @param reanalysisId the re-analysis that was started or stopped
 * @param rebuildId the rebuild that was started or wanted to serve
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
    @Schema(required = true) Instant at,
    @Nullable String subject,
    @Nullable String tokenId,
    @Schema(required = true) What action,
    @Nullable UUID submissionId,
    @Nullable UUID documentId,
    @Nullable Long curationId,
    @Nullable Long deadLetterId,
    @Nullable Long reanalysisId,
    @Nullable Long rebuildId) {

  /** What was done. */
  @Schema(name = "AuditAction")
  public enum What {
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("deleted")
    DELETED,
    @JsonProperty("curated")
    CURATED,
    @JsonProperty("replayed")
    REPLAYED,
    @JsonProperty("discarded")
    DISCARDED,
    @JsonProperty("reanalysis-started")
    REANALYSIS_STARTED,
    @JsonProperty("reanalysis-stopped")
    REANALYSIS_STOPPED,
    @JsonProperty("rebuild-started")
    REBUILD_STARTED,
    /** Somebody wanted it to take the place of what serves. */
    @JsonProperty("rebuild-switched")
    REBUILD_SWITCHED
  }
}
