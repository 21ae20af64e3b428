package io.confnotes.query.tag;

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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Tags. */
@Path("/api/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "tags")
public final class TagResource {

  private final TagStore tags;
  private final Renamed renamed;

  TagResource(TagStore tags, Renamed renamed) {
    this.tags = tags;
    this.renamed = renamed;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "listTags",
      summary = "Tags, those with the most talks first",
      description = "Tags are canonical topics of talks.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<Tag> list(
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
  public Export<Tag> export(
      @QueryParam("q") @DefaultValue("") String prefix,
      @QueryParam("cursor") @Nullable String cursor) {
    return new Export<>(Tag.class, cursor, place -> page(prefix.strip(), place, Page.MAX_LIMIT));
  }

  private Page<Tag> page(String prefix, @Nullable String cursor, int size) {
    String query = "tags " + prefix;
    SlugPosition after = Cursor.decode(query, cursor, SlugPosition::of);
    return Page.of(
        tags.list(prefix, after, size + 1),
        size,
        last -> Cursor.encode(query, last.talks(), last.slug()));
  }

  @GET
  @Path("{slug}")
  @Tagged
  @RunOnVirtualThread
  @Operation(operationId = "getTag", summary = "One tag")
  @APIResponse(responseCode = "200", description = "It")
  @APIResponse(responseCode = "301", description = "Renamed or merged: see `Location`")
  @APIResponse(
      responseCode = "404",
      description = "No such tag",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Tag get(@Parameter(example = "containers") @PathParam("slug") String slug) {
    return tags.find(slug).orElseThrow(() -> renamed.notFound(Kind.TAG, slug, "/api/v1/tags"));
  }
}
