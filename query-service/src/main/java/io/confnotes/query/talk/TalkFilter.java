package io.confnotes.query.talk;

import io.confnotes.query.http.Problem;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which talks are asked for; what is null does not matter. Every condition has to hold.
 *
 * @param event a slug or a name, as are speaker and tag
 * @param from the first day, and {@code to} the last, that a talk's date may mean
 */
public record TalkFilter(
    @Nullable String event,
    @Nullable String speaker,
    @Nullable String tag,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public static final TalkFilter ALL = new TalkFilter(null, null, null, null, null);

  /**
   * Reads query parameters; a blank one counts as absent.
   *
   * @throws io.confnotes.query.http.ProblemException if a date is none, or the first is after the
   *     last
   */
  public static TalkFilter of(
      @Nullable String event,
      @Nullable String speaker,
      @Nullable String tag,
      @Nullable String from,
      @Nullable String to) {
    Period first = Period.parse("from", from);
    Period last = Period.parse("to", to);
    if (first != null && last != null && first.first().isAfter(last.last())) {
      throw Problem.invalidParameter("from", "is after 'to'");
    }
    return new TalkFilter(
        text(event),
        text(speaker),
        text(tag),
        first == null ? null : first.first(),
        last == null ? null : last.last());
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The conditions on {@code api.talk t}, each led by AND. */
  public String conditions() {
    StringBuilder sql = new StringBuilder();
    if (event != null) {
      sql.append(" AND (t.event_slug = :event OR lower(t.event) = lower(:event))\n");
    }
    if (speaker != null) {
      sql.append(
          """
           AND EXISTS (SELECT FROM api.talk_speaker s WHERE s.talk_id = t.talk_id
                          AND (s.slug = :speaker OR lower(s.name) = lower(:speaker)))
          """);
    }
    if (tag != null) {
      sql.append(
          """
           AND EXISTS (SELECT FROM api.talk_tag g WHERE g.talk_id = t.talk_id
                          AND (g.slug = :tag OR lower(g.name) = lower(:tag)))
          """);
    }
    if (from != null) {
      sql.append(" AND t.date_end >= :from\n");
    }
    if (to != null) {
      sql.append(" AND t.date_start <= :to\n");
    }
    return sql.toString();
  }

  /** Binds the parameters of {@link #conditions}. */
  public Query bind(Query query) {
    bind(query, "event", event);
    bind(query, "speaker", speaker);
    bind(query, "tag", tag);
    bind(query, "from", from);
    bind(query, "to", to);
    return query;
  }

  private static void bind(Query query, String name, @Nullable Object value) {
    if (value != null) {
      query.bind(name, value);
    }
  }
}
