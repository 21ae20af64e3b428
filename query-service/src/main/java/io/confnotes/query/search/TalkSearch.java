package io.confnotes.query.search;

import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.Problem;
import io.confnotes.query.parameter.Choice;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkOrder;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of talks: all of them in order, or those that words find, by relevance. */
@Singleton
public final class TalkSearch {

  private final TalkStore talks;
  private final SearchStore search;

  TalkSearch(TalkStore talks, SearchStore search) {
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
  public Page<TalkItem> page(
      SearchQuery query, @Nullable String sort, @Nullable String cursor, int limit) {
    TalkOrder order = Choice.one("sort", sort, List.of(TalkOrder.values()));
    if (query.words().isEmpty()) {
      return listed(query.filter(), order, cursor, limit);
    }
    if (sort != null && !sort.isBlank()) {
      throw Problem.invalidParameter("sort", "has no meaning with words in 'q'");
    }
    return found(query.words(), query.filter(), cursor, limit);
  }

  private Page<TalkItem> listed(
      TalkFilter filter, TalkOrder order, @Nullable String cursor, int limit) {
    String query = "talks %s %s".formatted(filter, order);
    TalkPosition after = Cursor.decode(query, cursor, TalkPosition::of);
    return Page.of(
        talks.list(filter, order, after, limit + 1),
        limit,
        last -> Cursor.encode(query, last.rank().position().key()));
  }

  private Page<TalkItem> found(
      String words, TalkFilter filter, @Nullable String cursor, int limit) {
    String query = "talks %s %s".formatted(filter, words);
    TalkItem.Rank after = Cursor.decode(query, cursor, TalkSearch::rank);
    return Page.of(
        search.search(words, filter, after, limit + 1),
        limit,
        last -> Cursor.encode(query, key(last.rank())));
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
