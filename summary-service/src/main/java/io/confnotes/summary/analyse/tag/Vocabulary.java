package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.phrase.KeyPhrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links phrases to topics. There is no list of topics yet: every phrase is the topic of its slug.
 */
final class Vocabulary {

  private Vocabulary() {}

  /** The topics of phrases, both best first; of phrases with one topic the first one stays. */
  static List<Tag> link(List<KeyPhrase> phrases, int maximum) {
    Map<String, Tag> topics = new LinkedHashMap<>();
    for (KeyPhrase phrase : phrases) {
      String slug = Slug.of(phrase.name());
      if (topics.size() < maximum && !slug.isEmpty()) {
        topics.putIfAbsent(slug, new Tag(slug, phrase.name(), phrase.score()));
      }
    }
    return List.copyOf(topics.values());
  }
}
