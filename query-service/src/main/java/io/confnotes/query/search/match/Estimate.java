package io.confnotes.query.search.match;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;

/**
 * How many notes conditions leave, as PostgreSQL's planner thinks, who is asked about all of them
 * at once and reads none.
 */
final class Estimate {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PART = "%s AS MATERIALIZED (SELECT FROM api.talk_search n WHERE %s)";
  private static final String NAME = "CTE ";

  private Estimate() {}

  /**
   * The statement that asks; it gives one row, of one text.
   *
   * @param conditions on {@code api.talk_search n}, by names that are identifiers in lower case
   */
  static String sql(Map<String, String> conditions) {
    return "EXPLAIN (FORMAT JSON) WITH "
        + conditions.entrySet().stream()
            .map(named -> PART.formatted(named.getKey(), named.getValue()))
            .collect(joining(", "))
        + " SELECT FROM "
        + String.join(", ", conditions.keySet());
  }

  /** The numbers of notes, by the names of their conditions, in what the statement gave. */
  static Map<String, Double> read(String plan) {
    Map<String, Double> rows = new HashMap<>();
    for (JsonNode part : parse(plan).path(0).path("Plan").path("Plans")) {
      String name = part.path("Subplan Name").asText();
      if (name.startsWith(NAME)) {
        rows.put(name.substring(NAME.length()), part.path("Plan Rows").asDouble());
      }
    }
    return rows;
  }

  private static JsonNode parse(String plan) {
    try {
      return JSON.readTree(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL writes plans as JSON", e);
    }
  }
}
