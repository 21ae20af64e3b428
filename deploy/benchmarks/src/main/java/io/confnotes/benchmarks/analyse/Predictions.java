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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Answers lines of a data set with what the analyser finds in each text. */
public final class Predictions {

  private static final int PHRASES = 20;
  private static final int POINTS = 15;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String what;
  private int documents;
  private long nanoseconds;

  private Predictions(String what) {
    this.what = what;
  }

  /**
   * Reads lines from standard input and answers them on standard output.
   *
   * @param args {@code tags}, {@code keyphrases} or {@code keypoints}
   */
  public static void main(String[] args) throws IOException {
    Predictions predictions = new Predictions(args[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.write(predictions.answer(JSON.readTree(line)).toString());
        out.newLine();
      }
    }
    out.flush();
    predictions.report(System.err);
  }

  private ObjectNode answer(JsonNode document) {
    TalkText talk = talk(document.path("title").asText(""), document.path("text").asText(""));
    ObjectNode answer = JSON.createObjectNode();
    answer.set("id", document.get("id"));
    long start = System.nanoTime();
    Notes notes = Notes.of(talk);
    switch (what) {
      case "keypoints" ->
          add(answer.putArray("sentences"), KeyPoints.of(notes, POINTS), KeyPoint::text);
      case "keyphrases" ->
          add(answer.putArray("keyphrases"), KeyPhrases.of(notes, PHRASES), KeyPhrase::name);
      default -> add(answer.putArray("keyphrases"), Tags.of(notes, PHRASES), Tag::name);
    }
    nanoseconds += System.nanoTime() - start;
    documents++;
    return answer;
  }

  private static <T> void add(ArrayNode answers, List<T> found, Function<T, String> text) {
    found.forEach(one -> answers.add(text.apply(one)));
  }

  private void report(PrintStream out) {
    double seconds = nanoseconds / (double) TimeUnit.SECONDS.toNanos(1);
    out.printf("%d documents, %.1f documents/s%n", documents, documents / seconds);
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
