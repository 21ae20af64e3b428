package io.confnotes.query.related;

import io.confnotes.query.talk.TalkItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A talk that has to do with another.
 *
 * @param reasons what the two share, what counts most first
 */
public record RelatedTalk(
    @Schema(required = true) TalkItem talk,
    @Schema(required = true, description = "The higher, the more it has to do with the other")
        double score,
    @Schema(required = true) List<Shared> reasons) {

  /** What two talks have in common. */
  @Schema(name = "SharedByTalks")
  public record Shared(
      @Schema(
              required = true,
              enumeration = {"speaker", "tag"},
              examples = "tag")
          String kind,
      @Schema(required = true, examples = "containers") String slug,
      @Schema(required = true, examples = "containers") String name) {}

  /** The most that are answered with. */
  @Schema(name = "RelatedTalks")
  public record RelatedTalks(@Schema(required = true) List<RelatedTalk> items) {}
}
