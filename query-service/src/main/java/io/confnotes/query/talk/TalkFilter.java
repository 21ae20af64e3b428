package io.confnotes.query.talk;

import io.confnotes.query.http.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Which talks are asked for. Every condition has to hold.
 *
 * @param names what a talk has to be named after, or must not be
 * @param from the first day, and {@code to} the last, that a talk's date may mean; null where it
 *     does not matter
 */
public record TalkFilter(List<Name> names, @Nullable LocalDate from, @Nullable LocalDate to) {

  public static final TalkFilter ALL = new TalkFilter(List.of(), null, null);

  /** What a talk can be filtered by. */
  public enum Kind {
    EVENT("t.event_slug = ANY(:%1$s)"),
    SPEAKER("t.talk_id IN (SELECT s.talk_id FROM api.talk_speaker s WHERE s.slug = ANY(:%1$s))"),
    TAG("t.talk_id IN (SELECT g.talk_id FROM api.talk_tag g WHERE g.slug = ANY(:%1$s))");

    private final String condition;

    Kind(String condition) {
      this.condition = condition;
    }

    /** As in queries and parameters: {@code speaker}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A name that a talk has to have.
   *
   * @param value a slug or a name
   * @param excluded whether it must not have it
   */
  public record Name(Kind kind, String value, boolean excluded) {
    private String condition(String parameter) {
      return holds(kind.condition.formatted(parameter));
    }

    private String conditionOfNotes(String parameter) {
      return holds("n.names && CAST(:%s AS text[])".formatted(parameter));
    }

    private String holds(String condition) {
      // Where a talk has no event, it is not the excluded one
      return (excluded ? "(%s) IS NOT TRUE" : "(%s)").formatted(condition);
    }

    /** The slugs of what is called so: some people share a name. */
    private String[] slugs(Handle handle) {
      return handle
          .createQuery(
              """
              SELECT slug FROM api.%1$s WHERE slug = :value
              UNION
              SELECT slug FROM api.%1$s WHERE api.plain(name) = api.plain(:value)
              """
                  .formatted(kind.label()))
          .bind("value", value)
          .mapTo(String.class)
          .list()
          .toArray(String[]::new);
    }
  }

  /**
   * A filter whose names were looked up: only with their slugs does the planner know how many talks
   * they stand for.
   */
  public record Resolved(TalkFilter filter, List<String[]> slugs) {

    /** The conditions on {@code api.talk t}, each led by AND. */
    public String conditions() {
      return ofNames("name", Name::condition) + ofDates();
    }

    /** What those of names mean for {@code api.talk_search n}, whose index has them. */
    public String ofNotes() {
      return ofNames("names", Name::conditionOfNotes);
    }

    private String ofNames(String parameter, BiFunction<Name, String, String> condition) {
      StringBuilder sql = new StringBuilder();
      for (int i = 0; i < slugs.size(); i++) {
        sql.append(" AND ")
            .append(condition.apply(filter.names.get(i), parameter + i))
            .append('\n');
      }
      return sql.toString();
    }

    /** Those of dates alone. */
    public String ofDates() {
      return (filter.from == null ? "" : " AND t.date_end >= :from\n")
          + (filter.to == null ? "" : " AND t.date_start <= :to\n");
    }

    /** Whether talks have to have a name. */
    public boolean hasNames() {
      return filter.names.stream().anyMatch(name -> !name.excluded);
    }

    /** Whether talks have to be of some time. */
    public boolean hasDates() {
      return filter.from != null || filter.to != null;
    }

    /**
     * What {@link #conditions} imply for the first day a talk's date may mean, for an index on it:
     * a date that is a year begins with that year.
     *
     * @param firstDay the expression for it
     */
    public String days(String firstDay) {
      return (filter.from == null
              ? ""
              : " AND %s >= CAST(date_trunc('year', CAST(:from AS timestamp)) AS date)\n"
                  .formatted(firstDay))
          + (filter.to == null ? "" : " AND %s <= :to\n".formatted(firstDay));
    }

    /** Binds the parameters of all conditions, whichever of them the statement has. */
    public Query bind(Query query) {
      query.configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true));
      for (int i = 0; i < slugs.size(); i++) {
        String kind = filter.names.get(i).kind.label();
        query
            .bind("name" + i, slugs.get(i))
            .bind(
                "names" + i,
                Stream.of(slugs.get(i)).map(slug -> kind + ":" + slug).toArray(String[]::new));
      }
      if (filter.from != null) {
        query.bind("from", filter.from);
      }
      if (filter.to != null) {
        query.bind("to", filter.to);
      }
      return query;
    }
  }

  public TalkFilter {
    names = List.copyOf(names);
  }

  /** Talks with a name of one kind. */
  public static TalkFilter of(Kind kind, String value) {
    return ALL.and(new Name(kind, value, false));
  }

  /**
   * Reads query parameters; a blank one counts as absent.
   *
   * @throws io.confnotes.query.http.ProblemException if a date is none, or the first is after the
   *     last, or a name has U+0000
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
    return ALL.and(Kind.EVENT, event)
        .and(Kind.SPEAKER, speaker)
        .and(Kind.TAG, tag)
        .from(first == null ? null : first.first())
        .to(last == null ? null : last.last());
  }

  private TalkFilter and(Kind kind, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return this;
    }
    if (value.indexOf('\u0000') >= 0) {
      throw Problem.invalidParameter(kind.label(), "has U+0000 in it, which no name has");
    }
    return and(new Name(kind, value.strip(), false));
  }

  /** With one condition more. */
  public TalkFilter and(Name name) {
    List<Name> all = new ArrayList<>(names);
    all.add(name);
    return new TalkFilter(all, from, to);
  }

  /** From this day on, or a later one if that was asked for already. */
  public TalkFilter from(@Nullable LocalDate day) {
    boolean later = from == null || (day != null && day.isAfter(from));
    return later ? new TalkFilter(names, day, to) : this;
  }

  /** Until this day, included, or an earlier one if that was asked for already. */
  public TalkFilter to(@Nullable LocalDate day) {
    boolean earlier = to == null || (day != null && day.isBefore(to));
    return earlier ? new TalkFilter(names, from, day) : this;
  }

  /** Looks its names up, in the transaction that it is used in. */
  public Resolved resolve(Handle handle) {
    return new Resolved(this, names.stream().map(name -> name.slugs(handle)).toList());
  }
}
