package io.confnotes.summary.curate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tag of the vocabulary.
 *
 * @param aliases other names; what has their slugs leads here
 * @param hidden whether talks do not show it
 * @param count how many talks had it where the vocabulary comes from, 0 where unknown
 * @param broader slugs of tags that it implies
 */
public record Term(
    @Schema(required = true) String slug,
    @Schema(required = true) String name,
    @Schema(required = true) List<Alias> aliases,
    @Schema(required = true) boolean hidden,
    @Schema(required = true) int count,
    @Schema(required = true) List<String> broader) {

  /** Another name of a tag. */
  public record Alias(@Schema(required = true) String slug, @Schema(required = true) String name) {}
}
