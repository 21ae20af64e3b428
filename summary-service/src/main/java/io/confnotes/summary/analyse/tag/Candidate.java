package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be a topic of a talk.
 *
 * @param slug identifies the topic
 * @param name how it is best written
 * @param term of the vocabulary, null where it has none
 * @param features the value of each {@link Feature}, in their order
 */
public record Candidate(String slug, String name, @Nullable Term term, List<Double> features) {

  static Candidate of(String slug, String name, @Nullable Term term, Map<Feature, Double> values) {
    List<Double> features = new ArrayList<>(Feature.values().length);
    for (Feature feature : Feature.values()) {
      features.add(values.getOrDefault(feature, 0.0));
    }
    return new Candidate(slug, name, term, List.copyOf(features));
  }

  /** The value of a feature. */
  public double value(Feature feature) {
    return features.get(feature.ordinal());
  }
}
