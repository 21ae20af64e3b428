package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.phrase.KeyPhrase;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.text.Notes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links the key phrases of a talk's notes to topics. */
public final class Tags {

  /** Several phrases can name one topic, so more are ranked than are asked for. */
  private static final int PHRASES = 200;

  private Tags() {}

  /** The tags of the notes, best first, at most so many. */
  public static List<Tag> of(Notes notes, Vocabulary vocabulary, int maximum) {
    Map<String, Tag> topics = new LinkedHashMap<>();
    for (KeyPhrase phrase : KeyPhrases.of(notes, PHRASES)) {
      String slug = Slug.of(phrase.name());
      if (topics.size() < maximum && !slug.isEmpty()) {
        topics.putIfAbsent(slug, new Tag(slug, phrase.name(), phrase.score()));
      }
    }
    return List.copyOf(topics.values());
  }
}
