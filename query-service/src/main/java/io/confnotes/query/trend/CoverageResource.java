package io.confnotes.query.trend;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.Tagged;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What there is, and what was taken in. */
@Path("/api/v1/trends")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "trends")
@RunOnVirtualThread
public final class CoverageResource {

  private static final int MOST_DAYS = 400;
  private static final int DEFAULT_DAYS = 30;
  private static final int MOST_EVENTS = 100;
  private static final String DEFAULT_EVENTS = "50";

  private final CoverageStore coverage;

  CoverageResource(CoverageStore coverage) {
    this.coverage = coverage;
  }

  @GET
  @Path("events")
  @Tagged
  @Operation(
      operationId = "listEventCoverage",
      summary = "What there is of each event",
      description = "The latest events, oldest first; those without a date before all others.")
  @APIResponse(responseCode = "200", description = "The rows")
  public List<EventCoverage> events(
      @Parameter(description = "The first year, month, day or time", example = "2018")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The last one, included", example = "2018-06") @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description = "The most events",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + MOST_EVENTS,
                      defaultValue = DEFAULT_EVENTS))
          @QueryParam("limit")
          @DefaultValue(DEFAULT_EVENTS)
          String limit) {
    return coverage.events(Days.of(from, to), Page.number("limit", limit, MOST_EVENTS));
  }

  @GET
  @Path("events")
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @Operation(hidden = true)
  public Export<EventCoverage> eventsAsRows(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @DefaultValue(DEFAULT_EVENTS) String limit) {
    return Export.ofRows(EventCoverage.class, events(from, to, limit));
  }

  @GET
  @Path("ingest")
  @Tagged
  @Operation(
      operationId = "listIngestActivity",
      summary = "Submissions by day, and what became of them",
      description =
          "A row for each day in UTC, oldest first. A submission counts on the day it was made; one"
              + " that could not be decoded, on the day it was processed.")
  @APIResponse(responseCode = "200", description = "The rows")
  public List<IngestDay> ingest(
      @Parameter(
              description =
                  "The first year, month, day or time; 30 days before the last without it",
              example = "2018-01-01")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "The last one, included, at most 400 days later; today without it",
              example = "2018-01")
          @QueryParam("to")
          @Nullable String to) {
    Days days = Days.of(from, to);
    LocalDate last = days.last() == null ? LocalDate.now(ZoneOffset.UTC) : days.last();
    LocalDate first = days.first() == null ? last.minusDays(DEFAULT_DAYS) : days.first();
    if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw Problem.invalidParameter(
          "from", "is not within %d days before 'to', or today".formatted(MOST_DAYS));
    }
    return coverage.ingest(first, last);
  }

  @GET
  @Path("ingest")
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @Operation(hidden = true)
  public Export<IngestDay> ingestAsRows(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return Export.ofRows(IngestDay.class, ingest(from, to));
  }
}
