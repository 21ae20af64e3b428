package io.confnotes.query.submission;

import io.confnotes.query.http.Problem;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.parameter.TimeParameter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Which submissions are asked for; null where it does not matter. */
public record SubmissionFilter(
    @Nullable String state, @Nullable UUID documentId, @Nullable Instant since) {

  /** What can become of a submission. */
  private enum State implements Choice {
    STORED,
    UNCHANGED,
    SUPERSEDED,
    CONFLICT,
    RETRACTED,
    DEAD_LETTERED;

    @Override
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The same as parameters of a request. */
  public static final class Parameters {

    @QueryParam("state")
    @Parameter(
        description = "What became of it",
        schema =
            @Schema(
                enumeration = {
                  "stored",
                  "unchanged",
                  "superseded",
                  "conflict",
                  "retracted",
                  "dead-lettered"
                }))
    @Nullable String state;

    @QueryParam("documentId")
    @Parameter(description = "Of this document", schema = @Schema(format = "uuid"))
    @Nullable String documentId;

    @QueryParam("since")
    @Parameter(
        description = "Processed on this day or later, or at this time or later",
        example = "2018-01-26T10:00:00Z")
    @Nullable String since;

    /**
     * What is asked for.
     *
     * @throws io.confnotes.query.http.ProblemException if a value is not valid
     */
    public SubmissionFilter filter() {
      return new SubmissionFilter(
          state == null || state.isBlank()
              ? null
              : Choice.one("state", state, List.of(State.values())).label(),
          id(),
          TimeParameter.parse("since", since));
    }

    private @Nullable UUID id() {
      try {
        return documentId == null || documentId.isBlank()
            ? null
            : UUID.fromString(documentId.strip());
      } catch (IllegalArgumentException e) {
        throw Problem.invalidParameter("documentId", "is not a UUID");
      }
    }
  }

  /** The conditions on {@code api.submission s}, each led by AND. */
  String conditions() {
    return (state == null ? "" : " AND s.state = :state")
        + (documentId == null ? "" : " AND s.document_id = :documentId")
        + (since == null ? "" : " AND s.processed_at >= :since");
  }

  /** Binds the parameters of {@link #conditions}. */
  Query bind(Query query) {
    if (state != null) {
      query.bind("state", state);
    }
    if (documentId != null) {
      query.bind("documentId", documentId);
    }
    if (since != null) {
      query.bind("since", since.atOffset(ZoneOffset.UTC));
    }
    return query;
  }
}
