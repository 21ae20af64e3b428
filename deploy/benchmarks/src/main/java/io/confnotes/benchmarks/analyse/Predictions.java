package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.summary.analyse.Block;
import io.confnotes.summary.analyse.KeyPoint;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.TalkText;
import io.confnotes.summary.analyse.phrase.KeyPhrase;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.point.KeyPoints;
import io.confnotes.summary.analyse.tag.Tags;
import io.confnotes.summary.analyse.text.Notes;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers lines of a data set with what the analyser finds in each text. */
public final class Predictions {

  private static final int PHRASES = 20;
  private static final int POINTS = 15;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long texts are answered again before that is measured, and then measured. */
  private static final Duration WARM = Duration.ofSeconds(3);

  private final String what;
  private final List<TalkText> talks = new ArrayList<>();

  private Predictions(String what) {
    this.what = what;
  }

  /**
   * Reads lines from standard input and answers them on standard output. Says on standard error how
   * many documents a second were answered, the first time and once the JVM had compiled all.
   *
   * @param args {@code tags}, {@code keyphrases} or {@code keypoints}
   */
  public static void main(String[] args) throws IOException {
    Predictions predictions = new Predictions(args[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    long nanoseconds = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        nanoseconds += predictions.answer(JSON.readTree(line), out);
      }
    }
    out.flush();
    predictions.report(nanoseconds, System.err);
  }

  private long answer(JsonNode document, Writer out) throws IOException {
    TalkText talk = talk(document.path("title").asText(""), document.path("text").asText(""));
    talks.add(talk);
    long start = System.nanoTime();
    List<String> found = answer(talk);
    long nanoseconds = System.nanoTime() - start;
    ObjectNode answer = JSON.createObjectNode();
    answer.set("id", document.get("id"));
    ArrayNode answers = answer.putArray(what.equals("keypoints") ? "sentences" : "keyphrases");
    found.forEach(answers::add);
    out.write(answer + "\n");
    return nanoseconds;
  }

  private List<String> answer(TalkText talk) {
    Notes notes = Notes.of(talk);
    return switch (what) {
      case "keypoints" -> KeyPoints.of(notes, POINTS).stream().map(KeyPoint::text).toList();
      case "keyphrases" -> KeyPhrases.of(notes, PHRASES).stream().map(KeyPhrase::name).toList();
      default -> Tags.of(notes, PHRASES).stream().map(Tag::name).toList();
    };
  }

  private void report(long nanoseconds, PrintStream out) {
    if (talks.isEmpty()) {
      return;
    }
    double cold = talks.size() / seconds(nanoseconds);
    answerAgain();
    double warm = answerAgain();
    out.printf(
        "%d documents, %.1f documents/s (warm; %.1f the first time)%n", talks.size(), warm, cold);
  }

  /** Answers all, again and again; the documents a second. */
  private double answerAgain() {
    long start = System.nanoTime();
    long documents = 0;
    do {
      talks.forEach(this::answer);
      documents += talks.size();
    } while (System.nanoTime() - start < WARM.toNanos());
    return documents / seconds(System.nanoTime() - start);
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static TalkText talk(String title, String text) {
    Reading reading = Readers.readAs(text, Format.PLAIN);
    List<Block> blocks =
        reading.blocks().stream()
            .map(
                block ->
                    new Block(
                        Block.Kind.valueOf(block.kind().name()),
                        block.level(),
                        new Span(block.span().start(), block.span().end())))
            .toList();
    return new TalkText(title, List.of(), null, reading.text(), blocks);
  }
}
