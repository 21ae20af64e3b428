package io.confnotes.query.web.name;

import io.confnotes.query.name.Renamed;
import io.confnotes.query.tag.Tag;
import io.confnotes.query.tag.TagStore;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.trend.Days;
import io.confnotes.query.trend.Scale;
import io.confnotes.query.trend.TagComparisonStore;
import io.confnotes.query.trend.TagPair;
import io.confnotes.query.trend.TagTrendStore;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.chart.Bar;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of tags. */
@Path("/tags")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class TagPageResource {

  private static final String PATH = "/tags/";
  private static final int NEIGHBOURS = 12;
  private static final int YEARS = 20;

  private final TagStore tags;
  private final TagTrendStore trends;
  private final TagComparisonStore comparisons;
  private final TalksOf talks;
  private final Renamed renamed;

  TagPageResource(
      TagStore tags,
      TagTrendStore trends,
      TagComparisonStore comparisons,
      TalksOf talks,
      Renamed renamed) {
    this.tags = tags;
    this.trends = trends;
    this.comparisons = comparisons;
    this.talks = talks;
    this.renamed = renamed;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance all(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return Directory.page(
        "Tags", "/tags", prefix, cursor, tags::list, Tag::slug, Tag::name, Tag::talks);
  }

  @GET
  @Path("{slug}")
  @Operation(hidden = true)
  public TemplateInstance tag(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Tag tag = tags.find(slug).orElseThrow(() -> renamed.notFound(Renamed.Kind.TAG, slug, "/tags"));
    TalksOf.Found found = talks.page(TalkFilter.Kind.TAG, slug, TalkOrder.NEWEST, PATH, cursor);
    return new TagPage(
        tag,
        found.feed(),
        trends.byTime(List.of(slug), 1, Scale.YEAR, Days.ALL, YEARS),
        Bar.of(
            comparisons.pairs(slug, NEIGHBOURS),
            TagPair::otherName,
            pair -> PATH + PageText.encoded(pair.other()),
            TagPair::talks),
        Bar.of(found.facets().speakers(), "/speakers/", ""),
        Bar.of(found.facets().events(), "/events/", ""),
        found.talks(),
        found.more());
  }
}
