package io.confnotes.endtoend.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query of Prometheus names. Of the language only so much is understood as this takes.
 *
 * @param selectors what it reads
 * @param labels what it groups or joins by
 */
record PromQl(List<Selector> selectors, Set<String> labels) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9a-zA-Z.]*|=~|!~|!=|\\S");
  private static final Set<String> GROUPING =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  /** After the name of a function, or of an aggregation. */
  private static final Set<String> CALL = Set.of("(", "by", "without");

  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** A metric, and what its labels have to be. */
  record Selector(String metric, List<Matcher> matchers) {

    /** A query for the series themselves. */
    String query() {
      return matchers.stream()
          .map(
              matcher ->
                  "%s%s\"%s\"".formatted(matcher.label(), matcher.operator(), matcher.value()))
          .collect(Collectors.joining(", ", metric + "{", "}"));
    }
  }

  record Matcher(String label, String operator, String value) {}

  static PromQl of(String query) {
    List<String> tokens = TOKEN.matcher(query).results().map(MatchResult::group).toList();
    List<Selector> selectors = new ArrayList<>();
    Set<String> labels = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      if (GROUPING.contains(token)) {
        int end = i + tokens.subList(i, tokens.size()).indexOf(")");
        tokens.subList(i + 2, end).stream().filter(PromQl::isName).forEach(labels::add);
        i = end;
      } else if (isName(token) && !WORDS.contains(token) && !CALL.contains(next)) {
        int end = next.equals("{") ? i + tokens.subList(i, tokens.size()).indexOf("}") : i;
        selectors.add(new Selector(token, matchers(tokens.subList(i, end))));
        i = end;
      }
    }
    return new PromQl(selectors, labels);
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  /** Of a metric, a brace, and triples with commas between. */
  private static List<Matcher> matchers(List<String> tokens) {
    List<Matcher> matchers = new ArrayList<>();
    for (int i = 2; i + 2 < tokens.size(); i += 4) {
      String value = tokens.get(i + 2);
      matchers.add(
          new Matcher(tokens.get(i), tokens.get(i + 1), value.substring(1, value.length() - 1)));
    }
    return matchers;
  }
}
