package io.confnotes.query.search;

import io.confnotes.query.http.Problem;
import io.confnotes.query.talk.Period;
import io.confnotes.query.talk.TalkFilter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search box: words, and operators that filter. An operator that says
 * nothing, like a date that is none, counts as words; nothing is an error.
 *
 * @param typed all of it; may be empty
 * @param words what is left without operators; may be empty
 * @param filter what the operators ask for, and what was asked for besides
 */
public record SearchQuery(String typed, String words, TalkFilter filter) {

  /** Talks that are asked for without words. */
  public static SearchQuery of(TalkFilter filter) {
    return new SearchQuery("", "", filter);
  }

  /** More operators than that count as words. */
  private static final int MOST_OPERATORS = 10;

  /** A quotation, which is left alone, or an operator with its value. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<quotation>\"[^\"]*(?:\"|$))"
              + "|(?<![^\\s(])(?<minus>-?)(?<operator>event|speaker|tag|before|after):"
              + "(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^\\s\"]+))(?!\\S)",
          Pattern.CASE_INSENSITIVE);

  static final int MAX_LENGTH = 500;

  /**
   * Reads what was typed; null counts as nothing.
   *
   * @param base what is asked for besides
   * @throws io.confnotes.query.http.ProblemException if it is longer than {@value #MAX_LENGTH}
   *     characters
   */
  public static SearchQuery of(@Nullable String typed, TalkFilter base) {
    if (typed == null) {
      return of(base);
    }
    if (typed.length() > MAX_LENGTH) {
      throw Problem.invalidParameter("q", "is longer than %d characters".formatted(MAX_LENGTH));
    }
    return read(typed.replace('\u0000', ' '), base);
  }

  private static SearchQuery read(String typed, TalkFilter base) {
    StringBuilder words = new StringBuilder();
    TalkFilter filter = base;
    int operators = 0;
    int end = 0;
    Matcher part = PART.matcher(typed);
    while (part.find() && operators < MOST_OPERATORS) {
      Optional<TalkFilter> narrower =
          part.group("operator") == null ? Optional.empty() : narrower(filter, part);
      if (narrower.isPresent()) {
        words.append(typed, end, part.start());
        end = part.end();
        filter = narrower.get();
        operators++;
      }
    }
    String rest = words.append(typed, end, typed.length()).toString().strip();
    return new SearchQuery(typed, rest, filter);
  }

  private static Optional<TalkFilter> narrower(TalkFilter filter, Matcher part) {
    boolean excluded = !part.group("minus").isEmpty();
    String quoted = part.group("quoted");
    String value = (quoted == null ? part.group("plain") : quoted).strip();
    Optional<TalkFilter.Kind> kind =
        Stream.of(TalkFilter.Kind.values())
            .filter(known -> known.label().equalsIgnoreCase(part.group("operator")))
            .findFirst();
    if (kind.isPresent()) {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(filter.and(new TalkFilter.Name(kind.get(), value, excluded)));
    }
    if (excluded) {
      return Optional.empty();
    }
    boolean before = part.group("operator").equalsIgnoreCase("before");
    return Period.of(value)
        .map(
            period ->
                before ? filter.to(period.first().minusDays(1)) : filter.from(period.first()));
  }
}
