package io.confnotes.query.web.curate;

import io.confnotes.query.access.Scope;
import io.confnotes.query.http.Problem;
import io.confnotes.query.name.Renamed;
import io.confnotes.query.related.RelatedStore;
import io.confnotes.query.related.RelatedTalk;
import io.confnotes.query.search.SearchQuery;
import io.confnotes.query.search.TalkSearch;
import io.confnotes.query.talk.Talk;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkStore;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.curate.decision.Decisions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that curators choose on. They work without scripts. */
@Path("/curate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Scope.CURATE)
@RunOnVirtualThread
public final class CurateResource {

  private static final int RECENT = 10;
  private static final int CANDIDATES = 10;
  private static final int MAX_TYPED = 200;

  private final Names names;
  private final Parts parts;
  private final TalkStore talks;
  private final TalkSearch search;
  private final RelatedStore related;
  private final Renamed renamed;
  private final Decisions decisions;

  CurateResource(
      Names names,
      Parts parts,
      TalkStore talks,
      TalkSearch search,
      RelatedStore related,
      Renamed renamed,
      Decisions decisions) {
    this.names = names;
    this.parts = parts;
    this.talks = talks;
    this.search = search;
    this.related = related;
    this.renamed = renamed;
    this.decisions = decisions;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance begin(
      @QueryParam("kind") @DefaultValue("tag") String kind,
      @QueryParam("q") @DefaultValue("") String query) {
    String typed = typed(query);
    boolean ofTalks = kind.equals("talk");
    return new CuratePage(
        kind,
        typed,
        ofTalks ? List.of() : names.find(Kind.ofPath(kind + "s"), typed),
        ofTalks ? search(typed) : List.of(),
        kind.equals("tag") && typed.isEmpty() ? names.hidden() : List.of(),
        decisions.list(null, RECENT));
  }

  @GET
  @Path("{kind: tags|speakers|events}/{slug}")
  @Operation(hidden = true)
  public TemplateInstance name(
      @PathParam("kind") String path,
      @PathParam("slug") String slug,
      @QueryParam("into") @DefaultValue("") String into) {
    Kind kind = Kind.ofPath(path);
    Name name =
        names
            .get(kind, slug)
            .orElseThrow(
                () ->
                    renamed.notFound(
                        Renamed.Kind.valueOf(kind.name()), slug, "/curate/" + kind.word() + "s"));
    String typed = typed(into);
    List<Name> candidates =
        typed.isEmpty() ? names.alike(kind, name.name(), slug) : names.find(kind, typed);
    return new CurateNamePage(
        kind.word(),
        name,
        kind.path() + PageText.encoded(slug),
        typed,
        candidates.stream()
            .filter(candidate -> !candidate.slug().equals(slug))
            .limit(CANDIDATES)
            .toList(),
        names.others(kind, slug),
        switch (kind) {
          case TAG -> List.of();
          case SPEAKER -> parts.talks(slug);
          case EVENT -> parts.documents(slug);
        });
  }

  @GET
  @Path("talks/{id}")
  @Operation(hidden = true)
  public TemplateInstance talk(
      @PathParam("id") UUID id, @QueryParam("q") @DefaultValue("") String query) {
    Talk talk =
        talks
            .find(id, 1, false)
            .orElseThrow(
                () ->
                    Problem.notFound("There is no such talk, or it is a part of another by now."));
    String typed = typed(query);
    Stream<TalkItem> candidates =
        typed.isEmpty()
            ? Stream.concat(
                search(talk.title()).stream(),
                related.of(id, CANDIDATES).stream().map(RelatedTalk::talk))
            : search(typed).stream();
    return new CurateTalkPage(
        talk,
        typed,
        candidates
            .filter(candidate -> !candidate.id().equals(id))
            .collect(
                Collectors.toMap(
                    TalkItem::id, item -> item, (first, again) -> first, LinkedHashMap::new))
            .values()
            .stream()
            .limit(CANDIDATES)
            .toList());
  }

  private List<TalkItem> search(String typed) {
    return search.page(SearchQuery.of(typed, TalkFilter.ALL), null, null, CANDIDATES + 1).items();
  }

  private static String typed(String query) {
    String given = query.replace('\0', ' ').strip();
    int length = Math.min(MAX_TYPED, given.codePointCount(0, given.length()));
    return given.substring(0, given.offsetByCodePoints(0, length));
  }
}
