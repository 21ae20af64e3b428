package io.confnotes.query.name;

import io.confnotes.query.search.FacetStore;
import io.confnotes.query.search.Facets;
import io.confnotes.query.search.SearchQuery;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the talks of one tag, speaker or event are, and what else these have to do with. */
@Singleton
public final class Around {

  private static final int TALKS = 20;

  /**
   * The expansions that were asked for; null are those that were not.
   *
   * @param newestTalks at most 20
   * @param tags at most 10, as are speakers and events, of up to 1,000 talks; never the one that is
   *     asked about
   */
  public record Found(
      @Nullable List<TalkItem> newestTalks,
      @Nullable List<Facets.Value> tags,
      @Nullable List<Facets.Value> speakers,
      @Nullable List<Facets.Value> events) {}

  private final TalkStore talks;
  private final FacetStore facets;

  Around(TalkStore talks, FacetStore facets) {
    this.talks = talks;
    this.facets = facets;
  }

  /** Looks for what was asked for, and no more. */
  public Found find(TalkFilter.Kind kind, String slug, Set<NameExpansion> wanted) {
    TalkFilter filter = TalkFilter.of(kind, slug);
    boolean counts = wanted.stream().anyMatch(part -> part != NameExpansion.NEWEST_TALKS);
    @Nullable Facets found = counts ? facets.of(SearchQuery.of(filter)) : null;
    return new Found(
        wanted.contains(NameExpansion.NEWEST_TALKS)
            ? talks.list(filter, TalkOrder.NEWEST, null, TALKS)
            : null,
        values(
            found,
            wanted,
            NameExpansion.TAGS,
            Facets::tags,
            kind == TalkFilter.Kind.TAG ? slug : null),
        values(
            found,
            wanted,
            NameExpansion.SPEAKERS,
            Facets::speakers,
            kind == TalkFilter.Kind.SPEAKER ? slug : null),
        values(
            found,
            wanted,
            NameExpansion.EVENTS,
            Facets::events,
            kind == TalkFilter.Kind.EVENT ? slug : null));
  }

  private static @Nullable List<Facets.Value> values(
      @Nullable Facets found,
      Set<NameExpansion> wanted,
      NameExpansion part,
      Function<Facets, List<Facets.Value>> of,
      @Nullable String itself) {
    return found != null && wanted.contains(part)
        ? of.apply(found).stream().filter(value -> !value.slug().equals(itself)).toList()
        : null;
  }
}
