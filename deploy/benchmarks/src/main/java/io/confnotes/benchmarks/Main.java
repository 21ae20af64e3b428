package io.confnotes.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confnotes.benchmarks.analyse.KeyPointTraining;
import io.confnotes.benchmarks.analyse.Predictions;
import io.confnotes.benchmarks.analyse.TagTraining;
import io.confnotes.benchmarks.load.LoadBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/** What the benchmarks' jar does: one of its own commands, else JMH with all its options. */
public final class Main {

  private static final String HELP =
      """
      usage: java -jar confnotes-benchmarks.jar COMMAND

        tags        canonical tags of each text, best first
        keyphrases  phrases of each text, best first, no vocabulary needed
        keypoints   sentences of each text, best first
                    Each reads lines of JSON from standard input, {"id", "text", "title"?, "sentences"?},
                    and writes a line for each to standard output; documents a second go to standard error.
        train-keypoints
                    the weights of key points, learned from lines {"text", "title", "sentences", "refs"}
        train-tags frequencies|weights|predictions
                    learns tags from lines {"id", "text", "title", "conf", "gold"}: how many talks mention
                    each topic, the weights of tags, or what is predicted for the talks of each event with
                    all that can be learned from the other events
        linear [PART...]
                    whether the cost of reading and segmenting stays linear; only rows whose names
                    contain one of the parts
        load [--talks N] [--data DIR] [--help ...]
                    how fast query-service answers over many talks, beside pgbench and Lucene
        REGEX [-p fixture=HTML ...]
                    the JMH benchmarks that match; -h lists all options of JMH, -l the benchmarks
      """;

  private Main() {}

  public static void main(String[] args) throws IOException {
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "--help" : args[0]) {
      case "--help", "help" -> System.out.print(HELP);
      case "linear" -> LinearCost.main(rest.toArray(String[]::new));
      case "load" -> System.exit(load(rest));
      case "tags", "keyphrases", "keypoints" -> Predictions.main(args);
      case "train-keypoints" -> KeyPointTraining.main(args);
      case "train-tags" -> TagTraining.main(rest.toArray(String[]::new));
      default -> org.openjdk.jmh.Main.main(args);
    }
  }

  private static int load(List<String> arguments) {
    return LoadBenchmark.run(
        arguments,
        new PrintWriter(System.out, true, UTF_8),
        new PrintWriter(System.err, true, UTF_8));
  }
}
