package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.TalkText;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.point.KeyPoints;
import io.confnotes.summary.analyse.tag.Tags;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Answers lines of a data set with what the analyser finds in each text. */
public final class Predictions {

  private static final int PHRASES = 20;
  private static final int POINTS = 15;

  /** How long texts are answered again before that is measured, and then measured. */
  private static final Duration WARM = Duration.ofSeconds(3);

  private final String what;
  private final Vocabulary vocabulary = Vocabulary.seed();

  Predictions(String what) {
    this.what = what;
  }

  /**
   * Reads lines from standard input and answers them on standard output; what speed that was goes
   * to standard error.
   *
   * @param args {@code tags}, {@code keyphrases} or {@code keypoints}
   */
  public static void main(String[] args) throws IOException {
    Predictions predictions = new Predictions(args[0]);
    List<JsonNode> documents = DataSet.read(System.in);
    var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    long start = System.nanoTime();
    for (JsonNode document : documents) {
      out.write(predictions.answer(document) + "\n");
    }
    double cold = documents.size() / seconds(System.nanoTime() - start);
    out.flush();
    if (!documents.isEmpty()) {
      predictions.report(documents, cold, System.err);
    }
  }

  private void report(List<JsonNode> documents, double cold, PrintStream out) {
    answerAgain(documents);
    double warm = answerAgain(documents);
    out.printf(
        "%d documents, %.1f documents/s (warm; %.1f the first time)%n",
        documents.size(), warm, cold);
  }

  /** Answers all, again and again; the documents a second. */
  private double answerAgain(List<JsonNode> documents) {
    long start = System.nanoTime();
    long answered = 0;
    do {
      documents.forEach(this::answer);
      answered += documents.size();
    } while (System.nanoTime() - start < WARM.toNanos());
    return answered / seconds(System.nanoTime() - start);
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / (double) Duration.ofSeconds(1).toNanos();
  }

  /** The line that answers a line. */
  ObjectNode answer(JsonNode document) {
    TalkText talk = DataSet.talk(document);
    ObjectNode answer = DataSet.JSON.createObjectNode();
    answer.set("id", document.get("id"));
    switch (what) {
      case "keypoints" ->
          rank(talk, DataSet.spans(document.path("sentences")), answer.putArray("sentences"));
      case "keyphrases" ->
          addAll(
              answer,
              KeyPhrases.of(Notes.of(talk), PHRASES).stream()
                  .map(phrase -> phrase.name())
                  .toList());
      case "tags" ->
          addAll(
              answer,
              Tags.ranked(Notes.of(talk), vocabulary, PHRASES).stream()
                  .map(tag -> tag.name())
                  .toList());
      default -> throw new IllegalArgumentException(what + " is no kind of prediction");
    }
    return answer;
  }

  private static void addAll(ObjectNode answer, List<String> phrases) {
    phrases.forEach(answer.putArray("keyphrases")::add);
  }

  /** Sentences that the line gives are ranked all, and named by their number there. */
  private static void rank(TalkText talk, List<Span> given, ArrayNode answer) {
    if (given.isEmpty()) {
      KeyPoints.ranking(Notes.of(talk)).stream()
          .limit(POINTS)
          .forEach(passage -> answer.add(passage.text()));
      return;
    }
    NavigableMap<Integer, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < given.size(); i++) {
      numbers.put(given.get(i).start(), i);
    }
    Notes notes = Notes.of(talk, given);
    Set<Integer> ranking = new LinkedHashSet<>();
    for (Passage passage : KeyPoints.ranking(notes)) {
      int start = notes.span(passage.block(), passage.range()).start();
      Map.Entry<Integer, Integer> sentence = numbers.floorEntry(start);
      if (sentence != null) {
        ranking.add(sentence.getValue());
      }
    }
    ranking.addAll(numbers.values());
    ranking.forEach(answer::add);
  }
}
