package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.summary.analyse.Block;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.TalkText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The documents of a data set: a line of JSON each. */
final class DataSet {

  static final ObjectMapper JSON = new ObjectMapper();

  private DataSet() {}

  /** The documents of all lines that are not blank. */
  static List<JsonNode> read(InputStream in) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<JsonNode> documents = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        documents.add(JSON.readTree(line));
      }
    }
    return documents;
  }

  /** What pairs of numbers name: sentences, by the code points where they begin and end. */
  static List<Span> spans(JsonNode pairs) {
    List<Span> spans = new ArrayList<>();
    pairs.forEach(pair -> spans.add(new Span(pair.path(0).asInt(), pair.path(1).asInt())));
    return spans;
  }

  /** The text of a document, as plain notes of a talk. */
  static TalkText talk(JsonNode document) {
    Reading reading = Readers.readAs(document.path("text").asText(""), Format.PLAIN);
    List<Block> blocks =
        reading.blocks().stream()
            .map(
                block ->
                    new Block(
                        Block.Kind.valueOf(block.kind().name()),
                        block.level(),
                        new Span(block.span().start(), block.span().end())))
            .toList();
    String title = document.path("title").asText("");
    return new TalkText(title, List.of(), null, reading.text(), blocks);
  }
}
