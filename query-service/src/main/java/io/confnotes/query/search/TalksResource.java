package io.confnotes.query.search;

import io.confnotes.query.export.Export;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Tagged;
import io.confnotes.query.parameter.PageParameters;
import io.confnotes.query.talk.TalkItem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The list of talks, and the search. */
@Path("/api/v1/talks")
@Tag(name = "talks")
public final class TalksResource {

  private final TalkSearch search;
  private final FacetStore facets;

  TalksResource(TalkSearch search, FacetStore facets) {
    this.search = search;
    this.facets = facets;
  }

  @GET
  @Tagged
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "listTalks",
      summary = "Talks by date, or what a search finds",
      description =
          "Without `q` sorted by date, those without one last, then as in the document. With `q` by"
              + " relevance (title and speakers count most), then by date; `sort` is not for these.")
  @APIResponse(responseCode = "200", description = "A page")
  public TalkList list(
      @BeanParam TalkParameters parameters,
      @Parameter(
              description = "`-` is for the newest first; those without a date are last either way",
              schema =
                  @Schema(
                      enumeration = {"date", "-date"},
                      defaultValue = "date"))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageParameters page) {
    return search.page(parameters.query(), sort, page.cursor(), page.limit());
  }

  /** The same list as a whole. */
  @GET
  @Produces({Export.CSV_IF_ASKED, Export.NDJSON_IF_ASKED})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Export<TalkItem> export(
      @BeanParam TalkParameters parameters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor) {
    SearchQuery query = parameters.query();
    return new Export<>(
        TalkItem.class, cursor, place -> search.page(query, sort, place, Page.MAX_LIMIT));
  }

  @GET
  @Tagged
  @Path("facets")
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "listFacets",
      summary = "How many talks there are, by event, speaker, tag and year",
      description =
          "Of all talks that the same parameters list, the ten values of each kind with the most of"
              + " them. Up to 300 talks are counted.")
  @APIResponse(responseCode = "200", description = "The counts")
  public Facets facets(@BeanParam TalkParameters parameters) {
    return facets.of(parameters.query());
  }
}
