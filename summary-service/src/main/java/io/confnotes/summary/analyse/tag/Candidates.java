package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.phrase.KeyPhrase;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.tag.Mentions.Mentioned;
import io.confnotes.summary.analyse.tag.TermIndex.Spelling;
import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what may be a topic of a talk: the terms its notes mention, broader ones that those
 * imply, and key phrases that the vocabulary does not know.
 */
public final class Candidates {

  private static final int PHRASES = 30;

  private static final double LOG_2 = StrictMath.log(2);

  private final TermIndex index;
  private final TalkFrequencies frequencies;
  private final List<Mentioned> mentions;
  private final List<KeyPhrase> phrases;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<String, Implied> implied = new LinkedHashMap<>();
  private final Map<String, Candidate> found = new LinkedHashMap<>();

  private Candidates(Notes notes, Vocabulary vocabulary, TalkFrequencies frequencies) {
    this.index = vocabulary.index();
    this.frequencies = frequencies;
    this.mentions = mentions(notes, vocabulary);
    this.phrases = KeyPhrases.of(notes, PHRASES);
    for (Mentioned mention : mentions) {
      mentioned.add(mention.topic().term().name());
      for (String broader : mention.topic().term().broader()) {
        implied.computeIfAbsent(broader, name -> new Implied()).add(mention);
      }
    }
  }

  /** The mentions but those of speakers or event, who may be named like a topic. */
  private static List<Mentioned> mentions(Notes notes, Vocabulary vocabulary) {
    Set<String> speakers = notes.speakerWords();
    Set<String> event = notes.eventWords();
    return Mentions.in(notes, vocabulary).stream()
        .filter(mention -> !speakers.containsAll(mention.topic().words()))
        .filter(mention -> mention.inTitle() || !event.containsAll(mention.topic().words()))
        .toList();
  }

  /** The candidates of the notes, each slug once. */
  public static List<Candidate> of(
      Notes notes, Vocabulary vocabulary, TalkFrequencies frequencies) {
    return new Candidates(notes, vocabulary, frequencies).collect();
  }

  private List<Candidate> collect() {
    Set<String> named = new HashSet<>();
    List<KeyPhrase> unknown = new ArrayList<>();
    for (KeyPhrase phrase : phrases) {
      Spelling spelling = index.find(phrase.words());
      if (spelling == null) {
        unknown.add(phrase);
      } else {
        named.add(spelling.topic().slug());
      }
    }
    int most = mentions.stream().mapToInt(Mentioned::count).max().orElse(1);
    for (Mentioned mention : mentions) {
      boolean phrase = named.contains(mention.topic().slug());
      add(mention.topic(), features(mention, phrase, most));
    }
    implied.forEach(this::addImplied);
    for (KeyPhrase phrase : unknown) {
      String slug = Slug.of(phrase.name());
      if (!slug.isEmpty()) {
        found.computeIfAbsent(
            slug, key -> new Candidate(key, phrase.name(), null, features(phrase, key)));
      }
    }
    return List.copyOf(found.values());
  }

  private void addImplied(String name, Implied by) {
    Topic topic = index.named(name);
    if (topic != null && !mentioned.contains(name) && (by.times > 1 || by.title)) {
      Map<Feature, Double> values = basic();
      values.put(Feature.IMPLIED, 1.0);
      values.put(Feature.IMPLIED_COUNT, StrictMath.log(topic.count()) / LOG_2);
      values.put(Feature.IMPLIED_TIMES, StrictMath.log(by.times));
      put(values, Feature.IMPLIED_TITLE, by.title);
      add(topic, values);
    }
  }

  private void add(Topic topic, Map<Feature, Double> values) {
    found.put(topic.slug(), new Candidate(topic.slug(), topic.term().name(), topic.term(), values));
  }

  private Map<Feature, Double> basic() {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.ONE, 1.0);
    values.put(Feature.TERMS, StrictMath.log(1.0 + mentions.size()));
    return values;
  }

  private Map<Feature, Double> features(Mentioned mention, boolean phrase, int most) {
    Topic topic = mention.topic();
    double common = frequencies.commonness(topic.slugs());
    Map<Feature, Double> values = basic();
    values.put(Feature.MENTIONED, 1.0);
    values.put(Feature.COUNT, StrictMath.log(topic.count()) / LOG_2);
    put(values, Feature.RARE, topic.count() == 1);
    values.put(Feature.COMMON, common);
    values.put(Feature.COMMON_MENTIONS, common * StrictMath.log(1.0 + mention.count()));
    values.put(Feature.SHARE, (double) mention.count() / most);
    values.put(Feature.EARLY, 1 / (1 + 0.2 * mention.firstPassage()));
    put(values, Feature.TITLE, mention.inTitle());
    put(values, Feature.NESTED, mention.isNested());
    put(values, Feature.ALIAS, mention.isByAlias());
    put(values, Feature.NO_PHRASE, !phrase);
    put(values, Feature.PROPER, topic.proper());
    put(values, Feature.ACRONYM, topic.acronym());
    put(values, Feature.GENERAL, topic.general());
    put(values, Feature.NARROWER, implied.containsKey(topic.term().name()));
    put(values, Feature.BROADER, topic.term().broader().stream().anyMatch(mentioned::contains));
    return values;
  }

  private Map<Feature, Double> features(KeyPhrase phrase, String slug) {
    Map<Feature, Double> values = basic();
    values.put(Feature.PHRASE, phrase.score());
    values.put(Feature.PHRASE_FREQUENCY, StrictMath.log(1.0 + phrase.count()));
    values.put(Feature.PHRASE_COMMON, frequencies.commonness(List.of(slug)));
    put(values, Feature.PHRASE_NAME, phrase.nameLikeness() > 0.5);
    put(values, Feature.PHRASE_LONG, phrase.words().size() > 1);
    put(values, Feature.PHRASE_TITLE, phrase.inTitle());
    put(values, Feature.PHRASE_WITH_TERM, hasTerm(phrase.words()));
    values.put(Feature.PHRASE_TERMS, StrictMath.log(1.0 + mentions.size()));
    return values;
  }

  private boolean hasTerm(List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        if (index.find(words.subList(from, to)) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static void put(Map<Feature, Double> values, Feature feature, boolean holds) {
    values.put(feature, holds ? 1.0 : 0.0);
  }

  /** What implies a broader topic. */
  private static final class Implied {

    private int times;
    private boolean title;

    private void add(Mentioned mention) {
      times++;
      title |= mention.inTitle();
    }
  }
}
