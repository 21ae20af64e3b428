package io.confnotes.endtoend.monitoring;

import io.confnotes.endtoend.monitoring.PromQl.Matcher;
import io.confnotes.endtoend.monitoring.PromQl.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The metrics that services serve, and those that Prometheus makes itself. */
final class Metrics {
  private static final Pattern SERIES =
      Pattern.compile(
          "^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? ",
          Pattern.MULTILINE);
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Prometheus adds them. */
  private static final Set<String> EVERYWHERE = Set.of("job", "instance");

  private final Map<String, List<Map<String, String>>> series = new HashMap<>();

  Metrics() {
    series.put("up", List.of(Map.of()));
    series.put("ALERTS", List.of(Map.of("alertname", "", "alertstate", "firing", "severity", "")));
  }

  /** Adds what a service serves. */
  void add(String exposition) {
    SERIES
        .matcher(exposition)
        .results()
        .forEach(
            line -> {
              Map<String, String> labels = new HashMap<>();
              if (line.group(2) != null) {
                LABEL
                    .matcher(line.group(2))
                    .results()
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
              }
              series.computeIfAbsent(line.group(1), name -> new ArrayList<>()).add(labels);
            });
  }

  int count() {
    return series.size();
  }

  /** What a query names that there is not; empty where there is all of it. */
  List<String> missing(String query) {
    PromQl named = PromQl.of(query);
    List<String> missing = new ArrayList<>();
    Set<String> known = new HashSet<>(EVERYWHERE);
    for (Selector selector : named.selectors()) {
      List<Map<String, String>> found = series.getOrDefault(selector.metric(), List.of());
      if (found.isEmpty()) {
        missing.add(selector.metric());
      }
      found.forEach(labels -> known.addAll(labels.keySet()));
      selector.matchers().stream()
          .filter(matcher -> !EVERYWHERE.contains(matcher.label()))
          .filter(matcher -> found.stream().noneMatch(labels -> matches(matcher, labels)))
          .forEach(matcher -> missing.add(selector.metric() + " " + matcher));
    }
    if (named.selectors().isEmpty()) {
      missing.add("any metric");
    }
    named.labels().stream().filter(label -> !known.contains(label)).forEach(missing::add);
    return missing;
  }

  private static boolean matches(Matcher matcher, Map<String, String> labels) {
    String value = labels.get(matcher.label());
    return value != null && (!matcher.operator().equals("=") || value.equals(matcher.value()));
  }
}
