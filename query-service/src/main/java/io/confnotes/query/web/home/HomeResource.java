package io.confnotes.query.web.home;

import io.confnotes.query.event.Event;
import io.confnotes.query.event.EventStore;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.tag.Tag;
import io.confnotes.query.tag.TagStore;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkStore;
import io.confnotes.query.trend.CoverageStore;
import io.confnotes.query.trend.Days;
import io.confnotes.query.trend.IngestDay;
import io.confnotes.query.trend.Scale;
import io.confnotes.query.trend.TagChange;
import io.confnotes.query.trend.TagComparisonStore;
import io.confnotes.query.trend.TagTrend;
import io.confnotes.query.trend.TagTrendStore;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.chart.Bar;
import io.confnotes.query.web.chart.Sparkline;
import io.confnotes.query.web.home.HomePage.Rising;
import io.confnotes.query.web.talk.TalkEntries;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page to begin with. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class HomeResource {

  private static final int TALKS = 10;
  private static final int NAMES = 12;
  private static final int RISING = 6;

  /** How many changes are looked at for those that rise. */
  private static final int CHANGES = 50;

  private static final int YEARS = 8;
  private static final int DAYS = 30;

  private final TalkStore talks;
  private final TalkEntries entries;
  private final EventStore events;
  private final TagStore tags;
  private final TagTrendStore trends;
  private final TagComparisonStore comparisons;
  private final CoverageStore coverage;

  HomeResource(
      TalkStore talks,
      TalkEntries entries,
      EventStore events,
      TagStore tags,
      TagTrendStore trends,
      TagComparisonStore comparisons,
      CoverageStore coverage) {
    this.talks = talks;
    this.entries = entries;
    this.events = events;
    this.tags = tags;
    this.trends = trends;
    this.comparisons = comparisons;
    this.coverage = coverage;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance home() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<IngestDay> days = coverage.ingest(today.minusDays(DAYS - 1), today);
    return new HomePage(
        coverage.talks(),
        entries.of(talks.list(TalkFilter.ALL, TalkOrder.NEWEST, null, TALKS)),
        rising(),
        Bar.of(
            NameQuery.beginningWith("").page("tags", null, NAMES, tags::list).items(),
            Tag::name,
            tag -> "/tags/" + PageText.encoded(tag.slug()),
            Tag::talks),
        Bar.of(
            NameQuery.beginningWith("").page("events", null, NAMES, events::list).items(),
            Event::name,
            event -> "/events/" + PageText.encoded(event.slug()),
            Event::talks),
        days,
        Sparkline.of(days.stream().map(day -> (double) day.submissions()).toList()),
        days.stream().mapToLong(IngestDay::submissions).sum());
  }

  private List<Rising> rising() {
    List<TagChange> changes =
        comparisons.changes(Scale.YEAR, null, CHANGES).stream()
            .filter(change -> change.change() > 0)
            .limit(RISING)
            .toList();
    if (changes.isEmpty()) {
      return List.of();
    }
    Map<String, List<Double>> shares =
        trends
            .byTime(
                changes.stream().map(TagChange::tag).toList(), RISING, Scale.YEAR, Days.ALL, YEARS)
            .stream()
            .collect(
                Collectors.groupingBy(
                    TagTrend::tag, Collectors.mapping(TagTrend::share, Collectors.toList())));
    return changes.stream()
        .map(
            change ->
                new Rising(change, Sparkline.of(shares.getOrDefault(change.tag(), List.of()))))
        .toList();
  }
}
