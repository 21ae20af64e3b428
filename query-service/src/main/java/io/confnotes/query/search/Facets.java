package io.confnotes.query.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many talks there are of what was asked for, and of which kinds: each list has those with the
 * most talks first.
 */
public record Facets(
    @Schema(required = true) Count talks,
    @Schema(required = true) List<Value> events,
    @Schema(required = true) List<Value> speakers,
    @Schema(required = true) List<Value> tags,
    @Schema(required = true, description = "Of talks that are known to be of one year")
        List<Year> years) {

  /** A number of talks. */
  @Schema(name = "TalkCount")
  public record Count(
      @Schema(required = true, examples = "123") long count,
      @Schema(
              required = true,
              description =
                  "Whether these are all. If not, there are more, and the counts of the facets are of"
                      + " as many of them.")
          boolean exact) {}

  /** An event, a speaker or a tag. */
  @Schema(name = "FacetValue")
  public record Value(
      @Schema(required = true, examples = "containers") String slug,
      @Schema(required = true, examples = "containers") String name,
      @Schema(required = true, examples = "12") long talks) {}

  /** A year. */
  @Schema(name = "FacetYear")
  public record Year(
      @Schema(required = true, examples = "2018") int year,
      @Schema(required = true, examples = "12") long talks) {}
}
