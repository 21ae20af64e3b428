package io.confnotes.query.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.query.export.Export;
import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.SlugPosition;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.name.Renamed.Kind;
import io.confnotes.query.parameter.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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

  EventResource(EventStore events, Renamed renamed) {
    this.events = events;
    this.renamed = renamed;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listEvents",
      summary = "Events, those with the most talks first",
      description = "An event is an edition of a conference.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Event> list(
      @Parameter(description = "What a word of the name, or the slug, begins with")
          @QueryParam("q")
          @DefaultValue("")
          String prefix,
      @BeanParam PageParameters page) {
    return page(prefix.strip(), page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<Event> export(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return new Export<>(Event.class, cursor, place -> page(prefix.strip(), place, Page.MAX_LIMIT));
  }

  private Page<Event> page(String prefix, @Nullable String cursor, int size) {
    String query = "events " + prefix;
    SlugPosition after = Cursor.decode(query, cursor, SlugPosition::of);
    return Page.of(
        events.list(prefix, after, size + 1),
        size,
        last -> Cursor.encode(query, last.talks(), last.slug()));
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
  public Event get(@Parameter(example = "linux-conf-au-2018") @PathParam("slug") String slug) {
    return events
        .find(slug)
        .orElseThrow(() -> renamed.notFound(Kind.EVENT, slug, "/api/v1/events"));
  }

  /** The same for programs that know schema.org. */
  @GET
  @Path("{slug}")
  @Tagged
  @Produces(Export.LINKED_DATA_IF_ASKED)
  @RunOnVirtualThread
  @Operation(hidden = true)
  public String linkedData(@PathParam("slug") String slug, @Context UriInfo uri) {
    Event event = get(slug);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("@context", "https://schema.org")
        .put("@type", "Event")
        .put("url", uri.getBaseUriBuilder().path("events/{slug}").build(slug).toString())
        .put("name", event.name());
    if (event.dateStart() != null && event.dateEnd() != null) {
      data.put("startDate", event.dateStart().toString());
      data.put("endDate", event.dateEnd().toString());
    }
    return data.toString();
  }
}
