package io.confnotes.query.suggest;

import io.confnotes.query.http.Page;
import io.confnotes.query.http.Tagged;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions as one types. */
@Path("/api/v1/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "talks")
public final class SuggestionResource {

  private static final String MOST = "10";

  /** Of what is typed, what can be a name. */
  private static final int MAX_LENGTH = 200;

  private final SuggestionStore suggestions;

  SuggestionResource(SuggestionStore suggestions) {
    this.suggestions = suggestions;
  }

  @GET
  @Tagged
  @RunOnVirtualThread
  @Operation(
      operationId = "suggest",
      summary = "Tags, speakers, events and titles as one types",
      description =
          "Names of which a word begins with `q`, those with the most talks first, and titles that"
              + " begin with it; then names that are spelt alike. Case and accents do not matter."
              + " What was stored in the last minutes may be missing.")
  @APIResponse(responseCode = "200", description = "At most ten; none for a blank `q`")
  public Suggestions list(
      @Parameter(description = "What is typed so far; 200 characters of it count", example = "cont")
          @QueryParam("q")
          @DefaultValue("")
          String typed,
      @Parameter(
              description = "The most suggestions",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = MOST,
                      defaultValue = MOST))
          @QueryParam("limit")
          @DefaultValue(MOST)
          String limit) {
    int most = Page.number("limit", limit, Integer.parseInt(MOST));
    String name = typed.replace('\u0000', ' ').strip();
    if (name.isEmpty()) {
      return new Suggestions(List.of());
    }
    int length = Math.min(MAX_LENGTH, name.codePointCount(0, name.length()));
    return new Suggestions(
        suggestions.of(name.substring(0, name.offsetByCodePoints(0, length)), most));
  }
}
