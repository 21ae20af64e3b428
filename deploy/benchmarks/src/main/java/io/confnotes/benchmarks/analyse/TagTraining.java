package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.benchmarks.analyse.LogisticRegression.Example;
import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.tag.Candidate;
import io.confnotes.summary.analyse.tag.Candidates;
import io.confnotes.summary.analyse.tag.Feature;
import io.confnotes.summary.analyse.tag.Ranker;
import io.confnotes.summary.analyse.tag.TalkFrequencies;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.text.Notes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns from talks with the tags of their speakers what the features of a tag weigh. Each talk is
 * looked at with what would be known if its event had not been.
 */
public final class TagTraining {

  private static final int TAGS = 20;
  private static final List<Feature> FEATURES = List.of(Feature.values());

  /** A topic that fewer talks mention is as rare as one that none does. */
  private static final int FEWEST_TALKS = 2;

  private final Vocabulary vocabulary = Vocabulary.seed();
  private final Map<String, List<Talk>> talks = new TreeMap<>();
  private final HeldOut heldOut;

  private TagTraining(List<JsonNode> documents) {
    heldOut = new HeldOut(vocabulary, documents);
    for (String event : heldOut.events()) {
      Vocabulary others = heldOut.vocabulary(event);
      TalkFrequencies frequencies = heldOut.frequencies(event);
      List<Talk> own = new ArrayList<>();
      for (JsonNode document : documents) {
        if (HeldOut.event(document).equals(event) && document.has("gold")) {
          Notes notes = Notes.of(DataSet.talk(document));
          List<Candidate> candidates = Candidates.of(notes, others, frequencies);
          own.add(new Talk(document.get("id"), candidates, tags(document)));
        }
      }
      talks.put(event, own);
    }
  }

  private record Talk(JsonNode id, List<Candidate> candidates, Set<String> tags) {}

  /**
   * Reads talks from standard input and writes what was learned to standard output.
   *
   * @param args {@code frequencies}, {@code weights}, or {@code predictions} for the tags of each
   *     event's talks with weights learned from all others
   */
  public static void main(String[] args) throws IOException {
    TagTraining training = new TagTraining(DataSet.read(System.in));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    switch (args.length == 0 ? "" : args[0]) {
      case "frequencies" -> training.frequencies(out);
      case "weights" ->
          training.learn("").forEach((name, weight) -> out.printf("%s\t%.4f%n", name, weight));
      case "predictions" -> training.predictions(out);
      default -> throw new IllegalArgumentException("frequencies, weights or predictions?");
    }
    out.flush();
  }

  private void frequencies(PrintStream out) {
    new TreeMap<>(heldOut.frequencies("").talks())
        .forEach(
            (slug, count) -> {
              if (count >= FEWEST_TALKS) {
                out.printf("%s\t%d%n", slug, count);
              }
            });
  }

  private void predictions(PrintStream out) {
    for (Map.Entry<String, List<Talk>> event : talks.entrySet()) {
      Ranker ranker = new Ranker(learn(event.getKey()));
      for (Talk talk : event.getValue()) {
        ObjectNode answer = DataSet.JSON.createObjectNode();
        answer.set("id", talk.id());
        ArrayNode tags = answer.putArray("keyphrases");
        ranker.rank(talk.candidates()).stream()
            .limit(TAGS)
            .forEach(ranked -> tags.add(ranked.candidate().name()));
        out.println(answer);
      }
    }
  }

  /** What the features weigh, learned from all events but one. */
  private Map<Feature, Double> learn(String except) {
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, List<Talk>> event : talks.entrySet()) {
      if (!event.getKey().equals(except)) {
        for (Talk talk : event.getValue()) {
          examples.addAll(examples(talk));
        }
      }
    }
    double[] learned = LogisticRegression.fit(examples);
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (int i = 0; i < learned.length; i++) {
      weights.put(FEATURES.get(i), learned[i]);
    }
    return weights;
  }

  /**
   * A talk without any of its tags among the candidates doesn't tell which of these are better; and
   * of terms that no talk had, the vocabulary's source can't tell whether they would be tags.
   */
  private static List<Example> examples(Talk talk) {
    if (talk.candidates().stream().noneMatch(one -> talk.tags().contains(one.slug()))) {
      return List.of();
    }
    return talk.candidates().stream()
        .filter(candidate -> candidate.term() == null || candidate.term().count() > 0)
        .map(one -> new Example(values(one), talk.tags().contains(one.slug())))
        .toList();
  }

  private static List<Double> values(Candidate candidate) {
    return FEATURES.stream().map(candidate.features()::get).toList();
  }

  /** A tag that is an alias doesn't show that its speaker would use the name. */
  private Set<String> tags(JsonNode document) {
    Set<String> slugs = new HashSet<>();
    for (String tag : HeldOut.tags(document)) {
      slugs.add(Slug.of(vocabulary.named(tag).map(Vocabulary.Term::name).orElse(tag)));
    }
    return slugs;
  }
}
