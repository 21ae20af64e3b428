package io.confnotes.query.web.name;

import io.confnotes.query.event.Event;
import io.confnotes.query.event.EventStore;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.trend.CoverageStore;
import io.confnotes.query.trend.EventCoverage;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of events. */
@Path("/events")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class EventPageResource {

  private static final String PATH = "/events/";

  private final EventStore events;
  private final CoverageStore coverage;
  private final TalksOf talks;
  private final Renamed renamed;

  EventPageResource(EventStore events, CoverageStore coverage, TalksOf talks, Renamed renamed) {
    this.events = events;
    this.coverage = coverage;
    this.talks = talks;
    this.renamed = renamed;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance all(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return Directory.page(
        "Events", "/events", prefix, cursor, events::list, Event::slug, Event::name, Event::talks);
  }

  @GET
  @Path("{slug}")
  @Operation(hidden = true)
  public TemplateInstance event(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Event event =
        events.find(slug).orElseThrow(() -> renamed.notFound(Renamed.Kind.EVENT, slug, "/events"));
    EventCoverage covered =
        coverage
            .event(slug)
            .orElseThrow(() -> renamed.notFound(Renamed.Kind.EVENT, slug, "/events"));
    TalksOf.Found found = talks.page(TalkFilter.Kind.EVENT, slug, TalkOrder.DATE, PATH, cursor);
    return new EventPage(
        event,
        covered,
        found.feed(),
        Bar.of(found.facets().tags(), "/tags/", ""),
        Bar.of(found.facets().speakers(), "/speakers/", ""),
        found.talks(),
        found.more());
  }
}
