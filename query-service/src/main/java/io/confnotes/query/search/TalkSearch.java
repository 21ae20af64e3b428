package io.confnotes.query.search;

import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.suggest.CorrectionStore;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of talks: all of them in order, or those that words find, by relevance. */
@Singleton
public final class TalkSearch {

  /**
   * A page of talks.
   *
   * @param facets of all that were asked for, not of the page alone
   */
  public record Faceted(TalkList talks, Facets facets) {}

  /** Who finds so few talks may have mistyped. */
  private static final int FEW = 2;

  private final TalkStore talks;
  private final SearchStore search;
  private final FacetStore facets;
  private final CorrectionStore corrections;

  TalkSearch(TalkStore talks, SearchStore search, FacetStore facets, CorrectionStore corrections) {
    this.facets = facets;
    this.corrections = corrections;
    this.talks = talks;
    this.search = search;
  }

  /**
   * One page.
   *
   * @param sort the label of a {@link TalkOrder}; null for what is usual
   * @throws io.confnotes.query.http.ProblemException if there is no such order, or what words find
   *     is to be sorted, or the cursor is not of this query
   */
  public TalkList page(
      SearchQuery query, @Nullable String sort, @Nullable String cursor, int limit) {
    TalkOrder order = Choice.one("sort", sort, List.of(TalkOrder.values()));
    if (query.words().isEmpty()) {
      return listed(query.filter(), order, cursor, limit);
    }
    if (sort != null && !sort.isBlank()) {
      throw Problem.invalidParameter("sort", "has no meaning with words in 'q'");
    }
    return found(query, cursor, limit);
  }

  /** The newest talks of a query, whatever their relevance; at most {@code limit}. */
  public List<TalkItem> newest(SearchQuery query, int limit) {
    return query.words().isEmpty()
        ? talks.list(query.filter(), TalkOrder.NEWEST, null, limit)
        : search.newest(query.words(), query.filter(), limit);
  }

  private TalkList listed(TalkFilter filter, TalkOrder order, @Nullable String cursor, int limit) {
    String query = "talks %s %s".formatted(filter, order);
    TalkPosition after = Cursor.decode(query, cursor, TalkPosition::of);
    Page<TalkItem> page =
        Page.of(
            talks.list(filter, order, after, limit + 1),
            limit,
            last -> Cursor.encode(query, last.rank().position().key()));
    return new TalkList(page.items(), page.next(), null, null);
  }

  /**
   * The first page, of all talks the newest, and what the talks have in common.
   *
   * @param limit the most talks on it
   */
  public Faceted faceted(SearchQuery query, int limit) {
    if (query.words().isEmpty()) {
      return new Faceted(listed(query.filter(), TalkOrder.NEWEST, null, limit), facets.of(query));
    }
    SearchStore.Found found = search.search(query.words(), query.filter(), null, limit + 1);
    return new Faceted(list(query, found, limit), facets.of(found.all(), found.count()));
  }

  private TalkList found(SearchQuery asked, @Nullable String cursor, int limit) {
    TalkItem.Rank after = Cursor.decode(cursorOf(asked), cursor, TalkSearch::rank);
    return list(asked, search.search(asked.words(), asked.filter(), after, limit + 1), limit);
  }

  private static String cursorOf(SearchQuery asked) {
    return "talks %s %s".formatted(asked.filter(), asked.words());
  }

  private TalkList list(SearchQuery asked, SearchStore.Found found, int limit) {
    String query = cursorOf(asked);
    Page<TalkItem> page =
        Page.of(found.talks(), limit, last -> Cursor.encode(query, key(last.rank())));
    return new TalkList(
        page.items(), page.next(), found.count(), didYouMean(asked, found.count().count()));
  }

  /** The query with its words corrected, if that finds more than a few talks that were found. */
  private @Nullable String didYouMean(SearchQuery asked, long found) {
    if (found > FEW) {
      return null;
    }
    Map<String, String> words = corrections.of(asked.words());
    String corrected = CorrectionStore.corrected(asked.typed(), words);
    boolean better =
        !words.isEmpty()
            && corrected.length() <= SearchQuery.MAX_LENGTH
            && search.count(CorrectionStore.corrected(asked.words(), words), asked.filter()).count()
                > found;
    return better ? corrected.strip() : null;
  }

  private static @Nullable Object[] key(TalkItem.Rank rank) {
    @Nullable Object[] position = rank.position().key();
    @Nullable Object[] key = new @Nullable Object[position.length + 1];
    key[0] = rank.score();
    System.arraycopy(position, 0, key, 1, position.length);
    return key;
  }

  private static TalkItem.Rank rank(List<@Nullable String> key) {
    double score = Double.parseDouble(String.valueOf(key.getFirst()));
    return new TalkItem.Rank(score, TalkPosition.of(key.subList(1, key.size())));
  }
}
