package io.confnotes.benchmarks;

import io.confnotes.benchmarks.analyse.Predictions;
import io.confnotes.benchmarks.analyse.Training;
import java.io.IOException;
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
        weights     the weights of key points, learned from lines {"text", "title", "sentences", "refs"}
        linear [PART...]
                    whether the cost of reading and segmenting stays linear; only rows whose names
                    contain one of the parts
        REGEX [-p fixture=HTML ...]
                    the JMH benchmarks that match; -h lists all options of JMH, -l the benchmarks
      """;

  private Main() {}

  public static void main(String[] args) throws IOException {
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "--help" : args[0]) {
      case "--help", "help" -> System.out.print(HELP);
      case "linear" -> LinearCost.main(rest.toArray(String[]::new));
      case "tags", "keyphrases", "keypoints" -> Predictions.main(args);
      case "weights" -> Training.main(args);
      default -> org.openjdk.jmh.Main.main(args);
    }
  }
}
