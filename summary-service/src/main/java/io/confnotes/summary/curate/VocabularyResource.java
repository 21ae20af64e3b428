package io.confnotes.summary.curate;

import io.confnotes.summary.access.Scope;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.curate.decision.Problems;
import io.confnotes.summary.http.Page;
import io.confnotes.summary.http.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The vocabulary as curators have made it, hidden tags included. */
@Path(VocabularyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.CURATE)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
public final class VocabularyResource {
  static final String PATH = "/api/v1/vocabulary";

  private static final String COLUMNS =
      """
      SELECT c.slug, c.name, c.hidden, c.count, c.broader,
             ARRAY(SELECT a.slug FROM recorded.alias a
                    WHERE a.kind = 'tag' AND a.canonical = c.slug ORDER BY a.slug) AS alias_slugs,
             ARRAY(SELECT a.name FROM recorded.alias a
                    WHERE a.kind = 'tag' AND a.canonical = c.slug ORDER BY a.slug) AS alias_names
        FROM recorded.canonical c
      """;

  private final Jdbi jdbi;

  public VocabularyResource(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @GET
  @Operation(operationId = "listVocabulary", summary = "Lists tags with their other names, by slug")
  @APIResponseSchema(value = TermPage.class, responseCode = "200")
  public Response list(
      @Parameter(
              description = "Those one of whose names has this in it; 200 characters of it count",
              example = "gauge")
          @QueryParam("q")
          @Nullable String part,
      @Parameter(
              description = "`true` for hidden ones only",
              schema = @Schema(implementation = Boolean.class))
          @QueryParam("hidden")
          @Nullable String hidden,
      @BeanParam PageParameters page) {
    int most = page.limit();
    String after = page.place("", VocabularyResource::slug);
    List<Term> terms =
        jdbi.withHandle(
            handle ->
                terms(
                    handle
                        .createQuery(
                            COLUMNS
                                + """
                                WHERE c.kind = 'tag' AND c.slug COLLATE "C" > :after
                                  AND (c.hidden OR NOT :hidden)
                                  AND (position(:part IN lower(c.name)) > 0 OR position(:part IN c.slug) > 0
                                       OR EXISTS (SELECT FROM recorded.alias a
                                                   WHERE a.kind = 'tag' AND a.canonical = c.slug
                                                     AND (position(:part IN lower(a.name)) > 0 OR position(:part IN a.slug) > 0)))
                                ORDER BY c.slug COLLATE "C" LIMIT :most
                                """)
                        .bind("after", after)
                        .bind("hidden", "true".equals(hidden))
                        .bind("part", part(part))
                        .bind("most", most + 1)));
    return Page.of(terms, most, Term::slug)
        .answer(
            "%s?q=%s&hidden=%s"
                .formatted(
                    PATH,
                    URLEncoder.encode(part(part), StandardCharsets.UTF_8),
                    "true".equals(hidden)),
            most);
  }

  private static String slug(String cursor) {
    if (cursor.length() > Action.MAX_SLUG) {
      throw new IllegalArgumentException("too long");
    }
    return cursor;
  }

  private static String part(@Nullable String part) {
    String given = part == null ? "" : part.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
    int length = Math.min(Action.MAX_NAME, given.codePointCount(0, given.length()));
    return given.substring(0, given.offsetByCodePoints(0, length));
  }

  @GET
  @Path("/{slug}")
  @Operation(operationId = "getTerm", summary = "A tag with its other names")
  public Term get(@PathParam("slug") String slug) {
    return jdbi
        .withHandle(
            handle ->
                terms(
                    handle
                        .createQuery(COLUMNS + "WHERE c.kind = 'tag' AND c.slug = :slug")
                        .bind("slug", slug)))
        .stream()
        .findFirst()
        .orElseThrow(() -> Problems.unknown(Kind.TAG, slug));
  }

  private static List<Term> terms(Query query) {
    return query.map((row, context) -> term(row)).list();
  }

  private static Term term(ResultSet row) throws SQLException {
    List<String> slugs = strings(row, "alias_slugs");
    List<String> names = strings(row, "alias_names");
    List<Term.Alias> aliases = new ArrayList<>();
    for (int i = 0; i < slugs.size(); i++) {
      aliases.add(new Term.Alias(slugs.get(i), names.get(i)));
    }
    return new Term(
        row.getString("slug"),
        row.getString("name"),
        aliases,
        row.getBoolean("hidden"),
        row.getInt("count"),
        strings(row, "broader"));
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** A page of tags, for the API's description. */
  private record TermPage(List<Term> items, @Nullable String next) {}
}
