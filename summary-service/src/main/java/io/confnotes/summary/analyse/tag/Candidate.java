package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be a topic of a talk.
 *
 * @param slug identifies the topic
 * @param name how it is best written
 * @param term of the vocabulary, null where it has none
 * @param features the values of {@link Feature}s, of those that are not 0
 */
public record Candidate(
    String slug, String name, @Nullable Term term, Map<Feature, Double> features) {

  /** Lets nobody change what was seen. */
  public Candidate {
    features = Collections.unmodifiableMap(features);
  }

  /** The value of a feature. */
  public double value(Feature feature) {
    return features.getOrDefault(feature, 0.0);
  }
}
