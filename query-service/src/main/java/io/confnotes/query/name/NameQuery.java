package io.confnotes.query.name;

import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.talk.TalkFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which tags, speakers or events are asked for, and in which order.
 *
 * @param prefix what a word of the name, or the slug, begins with, without case and accents; empty
 *     for all
 * @param filter the talks that are counted; who has none of them is not listed
 */
public record NameQuery(String prefix, TalkFilter filter, NameOrder order) {

  private static final String PREFIX =
      """
       AND (starts_with(n.slug, lower(:prefix))
            OR position(' ' || api.plain(:prefix) IN ' ' || api.plain(n.name)) > 0)
      """;

  /** A name and its place in the list. */
  public record Placed<T>(T item, NamePosition position) {}

  /** Gives names of a query that come after a place, at most so many. */
  public interface Names<T> {
    List<Placed<T>> list(NameQuery query, @Nullable NamePosition after, int limit);
  }

  /** Those with the most talks first. */
  public static NameQuery beginningWith(String prefix) {
    return new NameQuery(prefix, TalkFilter.ALL, NameOrder.MOST_TALKS);
  }

  /**
   * A page of them.
   *
   * @param list says which list it is
   * @throws io.confnotes.query.http.ProblemException if the cursor is not of this query
   */
  public <T> Page<T> page(String list, @Nullable String cursor, int limit, Names<T> names) {
    String query = list + " " + this;
    NamePosition after = Cursor.decode(query, cursor, fields -> NamePosition.of(order, fields));
    Page<Placed<T>> page =
        Page.of(
            names.list(this, after, limit + 1),
            limit,
            last -> Cursor.encode(query, last.position().key(), last.position().slug()));
    return new Page<>(page.items().stream().map(Placed::item).toList(), page.next());
  }

  /**
   * Runs it.
   *
   * @param columns what to read of a name {@code n}
   * @param kept the view of all names, with the numbers of their talks
   * @param counted the query for the same of some talks, with {@code %s} where the conditions on
   *     {@code api.talk t} go
   */
  public <T> List<Placed<T>> read(
      Handle handle,
      String columns,
      String kept,
      String counted,
      @Nullable NamePosition after,
      int limit,
      RowMapper<T> item) {
    TalkFilter.Resolved resolved = filter.resolve(handle);
    String sql =
        """
        SELECT %s, CAST(%s AS text) AS place
          FROM %s AS n
         WHERE true %s %s
         ORDER BY %s
         LIMIT :limit
        """
            .formatted(
                columns,
                order.key(),
                isOfAllTalks() ? kept : "(" + counted.formatted(resolved.conditions()) + ")",
                prefix.isEmpty() ? "" : PREFIX,
                after == null ? "" : " AND " + order.after(),
                order.columns());
    Query query = resolved.bind(handle.createQuery(sql)).bind("limit", limit);
    if (!prefix.isEmpty()) {
      query.bind("prefix", prefix);
    }
    if (after != null) {
      query.bind("afterKey", after.key()).bind("afterSlug", after.slug());
    }
    return query.map((row, context) -> new Placed<>(item.map(row, context), position(row))).list();
  }

  /** Nobody has to count then. */
  private boolean isOfAllTalks() {
    return filter.equals(TalkFilter.ALL) && !order.isOfTalks();
  }

  private static NamePosition position(ResultSet row) throws SQLException {
    return new NamePosition(row.getString("place"), row.getString("slug"));
  }
}
