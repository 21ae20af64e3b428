package io.confnotes.query.web.name;

import io.confnotes.query.search.FacetStore;
import io.confnotes.query.search.Facets;
import io.confnotes.query.search.SearchQuery;
import io.confnotes.query.search.TalkList;
import io.confnotes.query.search.TalkSearch;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.talk.TalkEntries;
import io.confnotes.query.web.talk.TalkEntry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The talks of one tag, speaker or event. */
@Singleton
final class TalksOf {

  private static final int PAGE = 20;

  /**
   * Some of the talks, and what all of them have to do with.
   *
   * @param more the URL of the next page, null on the last one
   */
  record Found(String feed, List<TalkEntry> talks, Facets facets, @Nullable String more) {}

  private final TalkSearch search;
  private final FacetStore facets;
  private final TalkEntries entries;

  TalksOf(TalkSearch search, FacetStore facets, TalkEntries entries) {
    this.search = search;
    this.facets = facets;
    this.entries = entries;
  }

  /**
   * A page of them.
   *
   * @param path of the page of that name
   */
  Found page(
      TalkFilter.Kind kind, String slug, TalkOrder order, String path, @Nullable String cursor) {
    SearchQuery asked = SearchQuery.of(TalkFilter.of(kind, slug));
    TalkList page = search.page(asked, order.label(), cursor, PAGE);
    return new Found(
        "/api/v1/talks?%s=%s&format=atom".formatted(kind.label(), PageText.encoded(slug)),
        entries.of(page.items()),
        facets.of(asked),
        page.next() == null
            ? null
            : path + PageText.encoded(slug) + "?cursor=" + PageText.encoded(page.next()));
  }
}
