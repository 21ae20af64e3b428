package io.confnotes.query.search;

import io.confnotes.query.search.match.TalkCount;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many talks there are of what was asked for, and of which kinds: each list has those with the
 * most talks first.
 */
public record Facets(
    @Schema(
            required = true,
            description = "If there are more, the other counts are of as many of them")
        TalkCount talks,
    @Schema(required = true) List<Value> events,
    @Schema(required = true) List<Value> speakers,
    @Schema(required = true) List<Value> tags,
    @Schema(required = true, description = "Of talks that are known to be of one year")
        List<Year> years) {

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
