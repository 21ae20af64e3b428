package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.summary.analyse.tag.Candidate;
import io.confnotes.summary.analyse.tag.Candidates;
import io.confnotes.summary.analyse.tag.Feature;
import io.confnotes.summary.analyse.tag.TalkFrequencies;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What would be known of topics if an event had not been. The counts of the vocabulary contain the
 * tags of the talks that are measured; without those of its own event a talk is ranked as a new one
 * is. Events are told apart by the field {@code conf}.
 */
final class HeldOut {

  private final Vocabulary vocabulary;
  private final Map<String, Map<String, Integer>> tags = new TreeMap<>();
  private final Map<String, List<Set<String>>> mentions = new TreeMap<>();

  HeldOut(Vocabulary vocabulary, List<JsonNode> documents) {
    this.vocabulary = vocabulary;
    TalkFrequencies none = TalkFrequencies.of(List.of());
    for (JsonNode document : documents) {
      Map<String, Integer> event = tags.computeIfAbsent(event(document), name -> new TreeMap<>());
      for (String tag : tags(document)) {
        vocabulary.find(tag).ifPresent(term -> event.merge(term.name(), 1, Integer::sum));
      }
      Notes notes = Notes.of(DataSet.talk(document));
      mentions
          .computeIfAbsent(event(document), name -> new ArrayList<>())
          .add(mentioned(Candidates.of(notes, vocabulary, none)));
    }
  }

  private static Set<String> mentioned(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.features().get(Feature.IMPLIED) == 0)
        .map(Candidate::slug)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String event(JsonNode document) {
    return document.path("conf").asText("");
  }

  /** The tags that the talk's speakers gave it. */
  static List<String> tags(JsonNode document) {
    List<String> tags = new ArrayList<>();
    document.path("gold").forEach(variants -> tags.add(variants.path(0).asText()));
    return tags;
  }

  Set<String> events() {
    return tags.keySet();
  }

  /** The vocabulary without the tags of an event: terms that only this one had are unknown. */
  Vocabulary vocabulary(String event) {
    Map<String, Integer> own = tags.getOrDefault(event, Map.of());
    List<Term> terms = new ArrayList<>();
    for (Term term : vocabulary.terms()) {
      int count = Math.max(0, term.count() - own.getOrDefault(term.name(), 0));
      if (count > 0 || term.count() == 0) {
        terms.add(new Term(term.name(), term.aliases(), count, term.broader()));
      }
    }
    return Vocabulary.of(terms);
  }

  /** How many talks of the other events mention each topic. */
  TalkFrequencies frequencies(String event) {
    List<Set<String>> others = new ArrayList<>();
    mentions.forEach((name, talks) -> others.addAll(name.equals(event) ? List.of() : talks));
    return TalkFrequencies.of(others);
  }
}
