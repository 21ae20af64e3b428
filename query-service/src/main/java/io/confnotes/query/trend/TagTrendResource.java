package io.confnotes.query.trend;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.talk.Period;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What talks are about, over time. */
@Path("/api/v1/trends/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "trends")
@RunOnVirtualThread
public final class TagTrendResource {

  private static final int MOST_TAGS = 50;
  private static final String DEFAULT_TAGS = "10";

  /** How many months, or years. */
  private static final int MOST_PERIODS = 200;

  private static final int MOST_EVENTS = 20;
  private static final int MOST_ROWS = 200;
  private static final String DEFAULT_ROWS = "20";

  private final TagTrendStore trends;
  private final TagComparisonStore comparisons;

  TagTrendResource(TagTrendStore trends, TagComparisonStore comparisons) {
    this.trends = trends;
    this.comparisons = comparisons;
  }

  /** Which tags, and when. */
  public static final class Parameters {

    @QueryParam("tag")
    @Parameter(
        description = "A tag's slug; can be given up to 50 times. Without, the tags of most talks",
        example = "containers")
    @Nullable List<String> tags;

    @QueryParam("per")
    @DefaultValue("month")
    @Parameter(
        description =
            "What there is a row for: months (the latest 200 with any talks), years, or events (the"
                + " latest 20). A talk whose month is not known counts for its year only.",
        schema =
            @Schema(
                enumeration = {"month", "year", "event"},
                defaultValue = "month"))
    @Nullable String per;

    @QueryParam("from")
    @Parameter(description = "The first year, month, day or time", example = "2018")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "The last one, included", example = "2018-06")
    @Nullable String to;

    @QueryParam("limit")
    @DefaultValue(DEFAULT_TAGS)
    @Parameter(
        description = "How many tags, where none is named",
        schema =
            @Schema(
                type = SchemaType.INTEGER,
                minimum = "1",
                maximum = "" + MOST_TAGS,
                defaultValue = DEFAULT_TAGS))
    @Nullable String limit;

    private List<String> named() {
      List<String> named =
          tags == null ? List.of() : tags.stream().filter(tag -> !tag.isBlank()).toList();
      if (named.size() > MOST_TAGS) {
        throw Problem.invalidParameter("tag", "is there more than %d times".formatted(MOST_TAGS));
      }
      return named;
    }
  }

  @GET
  @Tagged
  @Operation(
      operationId = "listTagTrends",
      summary = "Talks by tag over time, and of how many",
      description =
          "A row for each tag and time, oldest first, also where no talk has the tag. `covered` is"
              + " the number of all talks of that time that there are notes of, and `share` what part"
              + " of these has the tag.")
  @APIResponse(responseCode = "200", description = "The rows")
  public List<TagTrend> trends(@BeanParam Parameters asked) {
    Scale scale = Choice.one("per", asked.per, List.of(Scale.values()));
    Days days = Days.of(asked.from, asked.to);
    int limit = Page.number("limit", String.valueOf(asked.limit), MOST_TAGS);
    return scale == Scale.EVENT
        ? trends.byEvent(asked.named(), limit, days, MOST_EVENTS)
        : trends.byTime(asked.named(), limit, scale, days, MOST_PERIODS);
  }

  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @Operation(hidden = true)
  public Export<TagTrend> trendsAsRows(@BeanParam Parameters asked) {
    return Export.ofRows(TagTrend.class, trends(asked));
  }

  @GET
  @Path("changes")
  @Tagged
  @Operation(
      operationId = "listTagChanges",
      summary = "Tags that rise and fall",
      description =
          "Shares of talks in a year or month compared with the one before that there are notes of,"
              + " the least likely by chance first; `change` is negative where a tag falls. The"
              + " thousand most common tags of each time are looked at.")
  @APIResponse(responseCode = "200", description = "The rows")
  public List<TagChange> changes(
      @Parameter(
              description = "What is compared",
              schema =
                  @Schema(
                      enumeration = {"year", "month"},
                      defaultValue = "year"))
          @QueryParam("per")
          @Nullable String per,
      @Parameter(
              description = "The later year or month; the latest with any talks without it",
              example = "2018")
          @QueryParam("period")
          @Nullable String period,
      @Parameter(
              description = "The most rows",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + MOST_ROWS,
                      defaultValue = DEFAULT_ROWS))
          @QueryParam("limit")
          @DefaultValue(DEFAULT_ROWS)
          String limit) {
    Scale scale = Choice.one("per", per, List.of(Scale.YEAR, Scale.MONTH));
    return comparisons.changes(
        scale, period(scale, period), Page.number("limit", limit, MOST_ROWS));
  }

  @GET
  @Path("changes")
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @Operation(hidden = true)
  public Export<TagChange> changesAsRows(
      @QueryParam("per") @Nullable String per,
      @QueryParam("period") @Nullable String period,
      @QueryParam("limit") @DefaultValue(DEFAULT_ROWS) String limit) {
    return Export.ofRows(TagChange.class, changes(per, period, limit));
  }

  private static @Nullable String period(Scale scale, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String period = value.strip();
    if (period.length() != scale.length() || Period.of(period).isEmpty()) {
      throw Problem.invalidParameter(
          "period",
          scale == Scale.YEAR ? "is not a year such as 2018" : "is not a month such as 2018-01");
    }
    return period;
  }

  @GET
  @Path("pairs")
  @Tagged
  @Operation(
      operationId = "listTagPairs",
      summary = "Tags that occur together",
      description =
          "The pairs that the most talks have. At most "
              + TagComparisonStore.SAMPLE
              + " talks are looked at, `covered` says how many: of those with `tag` any, without it"
              + " the newest.")
  @APIResponse(responseCode = "200", description = "The rows")
  public List<TagPair> pairs(
      @Parameter(description = "The slug of one of the two", example = "containers")
          @QueryParam("tag")
          @Nullable String tag,
      @Parameter(
              description = "The most rows",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + MOST_ROWS,
                      defaultValue = DEFAULT_ROWS))
          @QueryParam("limit")
          @DefaultValue(DEFAULT_ROWS)
          String limit) {
    return comparisons.pairs(
        tag == null || tag.isBlank() ? null : tag.strip(), Page.number("limit", limit, MOST_ROWS));
  }

  @GET
  @Path("pairs")
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @Operation(hidden = true)
  public Export<TagPair> pairsAsRows(
      @QueryParam("tag") @Nullable String tag,
      @QueryParam("limit") @DefaultValue(DEFAULT_ROWS) String limit) {
    return Export.ofRows(TagPair.class, pairs(tag, limit));
  }
}
