package io.confnotes.query.web.name;

import io.confnotes.query.name.Renamed;
import io.confnotes.query.speaker.Speaker;
import io.confnotes.query.speaker.SpeakerStore;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
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

/** The pages of speakers. */
@Path("/speakers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class SpeakerPageResource {

  private static final String PATH = "/speakers/";

  private final SpeakerStore speakers;
  private final TalksOf talks;
  private final Renamed renamed;

  SpeakerPageResource(SpeakerStore speakers, TalksOf talks, Renamed renamed) {
    this.speakers = speakers;
    this.talks = talks;
    this.renamed = renamed;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance all(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return Directory.page(
        "Speakers",
        "/speakers",
        prefix,
        cursor,
        speakers::list,
        Speaker::slug,
        Speaker::name,
        Speaker::talks);
  }

  @GET
  @Path("{slug}")
  @Operation(hidden = true)
  public TemplateInstance speaker(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Speaker speaker =
        speakers
            .find(slug)
            .orElseThrow(() -> renamed.notFound(Renamed.Kind.SPEAKER, slug, "/speakers"));
    TalksOf.Found found = talks.page(TalkFilter.Kind.SPEAKER, slug, TalkOrder.NEWEST, PATH, cursor);
    return new SpeakerPage(
        speaker,
        found.feed(),
        Bar.of(found.facets().tags(), "/tags/", ""),
        Bar.of(found.facets().events(), "/events/", ""),
        Bar.of(found.facets().speakers(), PATH, slug),
        found.talks(),
        found.more());
  }
}
