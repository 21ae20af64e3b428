package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tells where the newest days of notes begin, by counting, in a transaction. */
final class NewestDays {

  /** Counted in the index, one by one. */
  private static final String DAY =
      """
      SELECT n.day FROM api.talk_search n
       WHERE true %s
       ORDER BY coalesce(n.day, '-infinity') DESC
      OFFSET :newer LIMIT 1
      """;

  /** Where so many of the newest talks of known months begin. */
  private static final String MONTH =
      """
      SELECT period
        FROM (SELECT period, sum(talks) OVER (ORDER BY period DESC) AS newer
                FROM api.talk_count
               WHERE tag = '' AND length(period) = 7 %s) AS month
       WHERE newer >= :newer
       ORDER BY period DESC
       LIMIT 1
      """;

  /** Of more notes than that, months are good enough, and counting would take too long. */
  private static final int COUNTED = 20_000;

  private final Handle handle;
  private final TalkFilter.Resolved filter;

  /** Of the days that a filter asks for. */
  NewestDays(Handle handle, TalkFilter.Resolved filter) {
    this.handle = handle;
    this.filter = filter;
  }

  /** Where the days of about so many of the newest notes begin, null if there are not more. */
  @Nullable LocalDate first(long newer) {
    return (newer > COUNTED ? month(newer) : Optional.<LocalDate>empty())
        .or(() -> counted(newer))
        .orElse(null);
  }

  private Optional<LocalDate> month(long newer) {
    String until = filter.filter().to() == null ? "" : " AND period <= to_char(:to, 'FMYYYY-MM')";
    return query(MONTH.formatted(until), newer)
        .mapTo(String.class)
        .findFirst()
        .map(month -> YearMonth.parse(month).atDay(1));
  }

  private Optional<LocalDate> counted(long newer) {
    return query(DAY.formatted(filter.days("coalesce(n.day, '-infinity')")), newer)
        .mapTo(LocalDate.class)
        .findFirst();
  }

  private Query query(String sql, long newer) {
    return filter.bind(handle.createQuery(sql).bind("newer", newer));
  }
}
