package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.phrase.KeyPhrase;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.tag.Mentions.Mentioned;
import io.confnotes.summary.analyse.tag.TermIndex.Node;
import io.confnotes.summary.analyse.tag.TermIndex.Spelling;
import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.Collections;
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
  private final double terms;

  private Candidates(Notes notes, Vocabulary vocabulary, TalkFrequencies frequencies) {
    this.index = vocabulary.index();
    this.frequencies = frequencies;
    this.mentions = mentions(notes, vocabulary);
    this.phrases = KeyPhrases.of(notes, PHRASES);
    this.terms = StrictMath.log(1.0 + mentions.size());
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
      Features values = basic();
      values.set(Feature.IMPLIED, 1.0);
      values.set(Feature.IMPLIED_COUNT, StrictMath.log(topic.count()) / LOG_2);
      values.set(Feature.IMPLIED_TIMES, StrictMath.log(by.times));
      values.set(Feature.IMPLIED_TITLE, by.title);
      add(topic, values);
    }
  }

  private void add(Topic topic, Features values) {
    found.put(topic.slug(), new Candidate(topic.slug(), topic.term().name(), topic.term(), values));
  }

  private Features basic() {
    Features values = new Features();
    values.set(Feature.ONE, 1.0);
    values.set(Feature.TERMS, terms);
    return values;
  }

  private Features features(Mentioned mention, boolean phrase, int most) {
    Topic topic = mention.topic();
    double common = frequencies.commonness(topic.slugs());
    Features values = basic();
    values.set(Feature.MENTIONED, 1.0);
    values.set(Feature.COUNT, StrictMath.log(topic.count()) / LOG_2);
    values.set(Feature.RARE, topic.count() == 1);
    values.set(Feature.COMMON, common);
    values.set(Feature.COMMON_MENTIONS, common * StrictMath.log(1.0 + mention.count()));
    values.set(Feature.SHARE, (double) mention.count() / most);
    values.set(Feature.EARLY, 1 / (1 + 0.2 * mention.firstPassage()));
    values.set(Feature.TITLE, mention.inTitle());
    values.set(Feature.NESTED, mention.isNested());
    values.set(Feature.ALIAS, mention.isByAlias());
    values.set(Feature.NO_PHRASE, !phrase);
    values.set(Feature.PROPER, topic.proper());
    values.set(Feature.ACRONYM, topic.acronym());
    values.set(Feature.GENERAL, topic.general());
    values.set(Feature.NARROWER, implied.containsKey(topic.term().name()));
    values.set(Feature.BROADER, !Collections.disjoint(topic.term().broader(), mentioned));
    return values;
  }

  private Features features(KeyPhrase phrase, String slug) {
    Features values = basic();
    values.set(Feature.PHRASE, phrase.score());
    values.set(Feature.PHRASE_FREQUENCY, StrictMath.log(1.0 + phrase.count()));
    values.set(Feature.PHRASE_COMMON, frequencies.commonness(List.of(slug)));
    values.set(Feature.PHRASE_NAME, phrase.nameLikeness() > 0.5);
    values.set(Feature.PHRASE_LONG, phrase.words().size() > 1);
    values.set(Feature.PHRASE_TITLE, phrase.inTitle());
    values.set(Feature.PHRASE_WITH_TERM, hasTerm(phrase.words()));
    values.set(Feature.PHRASE_TERMS, terms);
    return values;
  }

  private boolean hasTerm(List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      Node node = index.root();
      for (int i = from; i < words.size() && node != null; i++) {
        node = node.after(words.get(i));
        if (node != null && node.spelling() != null) {
          return true;
        }
      }
    }
    return false;
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
