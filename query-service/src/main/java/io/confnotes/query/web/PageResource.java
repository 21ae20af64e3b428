package io.confnotes.query.web;

import io.confnotes.query.event.Event;
import io.confnotes.query.event.EventStore;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.name.Renamed.Kind;
import io.confnotes.query.related.RelatedStore;
import io.confnotes.query.search.FacetStore;
import io.confnotes.query.search.SearchQuery;
import io.confnotes.query.search.TalkList;
import io.confnotes.query.search.TalkSearch;
import io.confnotes.query.speaker.Speaker;
import io.confnotes.query.speaker.SpeakerStore;
import io.confnotes.query.tag.Tag;
import io.confnotes.query.tag.TagStore;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkStore;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages to read. They work without scripts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class PageResource {

  static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private static final int ON_HOME = 10;
  private static final int PAGE = 20;
  private static final int RELATED = 6;

  private final TalkStore talks;
  private final TalkSearch search;
  private final FacetStore facets;
  private final RelatedStore related;
  private final EventStore events;
  private final SpeakerStore speakers;
  private final TagStore tags;
  private final Renamed renamed;

  PageResource(
      TalkStore talks,
      TalkSearch search,
      FacetStore facets,
      RelatedStore related,
      EventStore events,
      SpeakerStore speakers,
      TagStore tags,
      Renamed renamed) {
    this.talks = talks;
    this.search = search;
    this.facets = facets;
    this.related = related;
    this.events = events;
    this.speakers = speakers;
    this.tags = tags;
    this.renamed = renamed;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance home() {
    return new HomePage(
        talks.list(TalkFilter.ALL, TalkOrder.NEWEST, null, ON_HOME),
        events.list("", null, ON_HOME),
        tags.list("", null, 2 * ON_HOME));
  }

  @GET
  @Path("talks")
  @Operation(hidden = true)
  public TemplateInstance talks(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("cursor") @Nullable String cursor) {
    String typed = query.strip();
    String heading = typed.isEmpty() ? "All talks" : "Talks about “" + typed + "”";
    SearchQuery asked = SearchQuery.of(typed, TalkFilter.ALL);
    Narrowing narrowing = cursor == null ? Narrowing.of(typed, facets.of(asked)) : null;
    return list(heading, "", typed, asked, narrowing, "/talks", feed("q", typed), cursor);
  }

  @GET
  @Path("talks/{id}")
  @Operation(hidden = true)
  public Response talk(@PathParam("id") UUID id) {
    Optional<Talk> talk = talks.find(id, TalkStore.KEY_POINTS, true);
    if (talk.isPresent()) {
      TalkPage page = TalkPage.of(talk.get(), related.of(id, RELATED));
      return Response.ok(page.render(), HTML).build();
    }
    UUID target = talks.redirect(id).orElseThrow(PageResource::notFound);
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .location(URI.create("/talks/" + target))
        .build();
  }

  @GET
  @Path("events/{slug}")
  @Operation(hidden = true)
  public TemplateInstance event(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Event event =
        events.find(slug).orElseThrow(() -> renamed.notFound(Kind.EVENT, slug, "/events"));
    var asked = SearchQuery.of(TalkFilter.of(TalkFilter.Kind.EVENT, slug));
    String path = "/events/" + PageText.encoded(slug);
    return list(
        event.name(), "Talks of this event", "", asked, null, path, feed("event", slug), cursor);
  }

  @GET
  @Path("speakers/{slug}")
  @Operation(hidden = true)
  public TemplateInstance speaker(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Speaker speaker =
        speakers.find(slug).orElseThrow(() -> renamed.notFound(Kind.SPEAKER, slug, "/speakers"));
    var asked = SearchQuery.of(TalkFilter.of(TalkFilter.Kind.SPEAKER, slug));
    String path = "/speakers/" + PageText.encoded(slug);
    return list(
        speaker.name(),
        "Talks by this speaker",
        "",
        asked,
        null,
        path,
        feed("speaker", slug),
        cursor);
  }

  @GET
  @Path("tags/{slug}")
  @Operation(hidden = true)
  public TemplateInstance tag(
      @PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor) {
    Tag tag = tags.find(slug).orElseThrow(() -> renamed.notFound(Kind.TAG, slug, "/tags"));
    var asked = SearchQuery.of(TalkFilter.of(TalkFilter.Kind.TAG, slug));
    String path = "/tags/" + PageText.encoded(slug);
    return list(
        tag.name(), "Talks on this topic", "", asked, null, path, feed("tag", slug), cursor);
  }

  private static String feed(String parameter, String value) {
    return "/api/v1/talks?%s=%s&format=atom".formatted(parameter, PageText.encoded(value));
  }

  private TemplateInstance list(
      String heading,
      String about,
      String query,
      SearchQuery asked,
      @Nullable Narrowing narrowing,
      String path,
      String feed,
      @Nullable String cursor) {
    TalkList page = search.page(asked, null, cursor, PAGE);
    String more =
        page.next() == null
            ? null
            : path + "?q=%s&cursor=%s".formatted(PageText.encoded(query), page.next());
    boolean endsEarly = more == null && page.found() != null && !page.found().exact();
    return new TalksPage(
        heading, about, query, feed, page.didYouMean(), page.items(), narrowing, more, endsEarly);
  }

  private static ProblemException notFound() {
    return Problem.notFound("There is no such page, or no more.");
  }
}
