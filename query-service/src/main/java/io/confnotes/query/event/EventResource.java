package io.confnotes.query.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.name.Around;
import io.confnotes.query.name.NameExpansion;
import io.confnotes.query.name.NameOrder;
import io.confnotes.query.name.NameParameters;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.name.Renamed.Kind;
import io.confnotes.query.parameter.PageParameters;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkLinkedData;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public final class EventResource {

  private final EventStore events;
  private final Renamed renamed;
  private final Around around;
  private final TalkStore talks;

  EventResource(EventStore events, Renamed renamed, Around around, TalkStore talks) {
    this.events = events;
    this.renamed = renamed;
    this.around = around;
    this.talks = talks;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listEvents",
      summary = "Events, those with the most talks first or as `sort` says",
      description = "An event is an edition of a conference.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Event> list(
      @BeanParam NameParameters parameters,
      @Parameter(
              description =
                  "`-` is for the greatest first; those without a date are last either way",
              schema =
                  @Schema(
                      enumeration = {"-talks", "name", "-dateStart", "dateStart"},
                      defaultValue = "-talks"))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageParameters page) {
    return page(parameters.query(sort, NameOrder.OF_EVENTS), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<Event> export(
      @BeanParam NameParameters parameters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor) {
    NameQuery query = parameters.query(sort, NameOrder.OF_EVENTS);
    return new Export<>(Event.class, cursor, place -> page(query, place, Page.MAX_LIMIT));
  }

  private Page<Event> page(NameQuery query, @Nullable String cursor, int size) {
    return query.page("events", cursor, size, events::list);
  }

  @GET
  @Path("{slug}")
  @Tagged
  @RunOnVirtualThread
  @Operation(operationId = "getEvent", summary = "One event")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(responseCode = "301", description = "Renamed or merged: see `Location`")
  @APIResponse(
      responseCode = "404",
      description = "No such event",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public EventDetails get(
      @Parameter(example = "linux-conf-au-2018") @PathParam("slug") String slug,
      @Parameter(
              description =
                  "What to answer besides, with commas between: `newestTalks`, `tags`, `speakers`",
              schema = @Schema(enumeration = {"newestTalks", "tags", "speakers"}))
          @QueryParam("expand")
          @Nullable String expand) {
    Set<NameExpansion> wanted =
        NameExpansion.of(
            expand, NameExpansion.NEWEST_TALKS, NameExpansion.TAGS, NameExpansion.SPEAKERS);
    return EventDetails.of(find(slug), around.find(TalkFilter.Kind.EVENT, slug, wanted));
  }

  private Event find(String slug) {
    return events
        .find(slug)
        .orElseThrow(() -> renamed.notFound(Kind.EVENT, slug, "/api/v1/events"));
  }

  /** The same for programs that know schema.org, with the first 200 of its talks. */
  @GET
  @Path("{slug}")
  @Tagged
  @Produces(Export.LINKED_DATA_IF_ASKED)
  @RunOnVirtualThread
  @Operation(hidden = true)
  public String linkedData(@PathParam("slug") String slug, @Context UriInfo uri) {
    Event event = find(slug);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    String address = uri.getBaseUriBuilder().path("events/{slug}").build(slug).toString();
    data.put("@context", "https://schema.org")
        .put("@type", "Event")
        .put("@id", address)
        .put("url", address)
        .put("name", event.name());
    if (event.dateStart() != null && event.dateEnd() != null) {
      data.put("startDate", event.dateStart().toString());
      data.put("endDate", event.dateEnd().toString());
    }
    ArrayNode subEvents = data.putArray("subEvent");
    talks
        .list(TalkFilter.of(TalkFilter.Kind.EVENT, slug), TalkOrder.DATE, null, Page.MAX_LIMIT)
        .forEach(talk -> TalkLinkedData.add(subEvents, talk, uri));
    return data.toString();
  }
}
