package io.confnotes.query.web.search;

import io.confnotes.query.search.SearchQuery;
import io.confnotes.query.search.TalkList;
import io.confnotes.query.search.TalkSearch;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.talk.TalkEntries;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of all talks, or of those that a search found. */
@Path("/talks")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class SearchPageResource {

  private static final int PAGE = 20;

  private final TalkSearch search;
  private final TalkEntries entries;

  SearchPageResource(TalkSearch search, TalkEntries entries) {
    this.search = search;
    this.entries = entries;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance talks(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("cursor") @Nullable String cursor) {
    String typed = query.strip();
    SearchQuery asked = SearchQuery.of(typed, TalkFilter.ALL);
    TalkSearch.Faceted first = cursor == null ? search.faceted(asked, PAGE) : null;
    TalkList page =
        first != null
            ? first.talks()
            : search.page(
                asked, asked.words().isEmpty() ? TalkOrder.NEWEST.label() : null, cursor, PAGE);
    String of = "q=" + PageText.encoded(typed);
    return new TalksPage(
        typed.isEmpty() ? "All talks" : "Talks about “" + typed + "”",
        typed,
        "/api/v1/talks?" + of + "&format=atom",
        page.didYouMean(),
        entries.of(page.items()),
        first == null ? null : Narrowing.of(typed, first.facets()),
        page.next() == null ? null : "/talks?" + of + "&cursor=" + page.next(),
        page.next() == null && page.found() != null && !page.found().exact());
  }
}
