package io.confnotes.standalone.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confnotes.standalone.Refusal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds all that is derived anew from the log, beside what serves, and lets it take its place. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Builds all that is derived from the log anew, beside what serves, and says what differs.",
      "Alone, it tells how far the last one is.",
      "Exit status: 0 done, 1 refused or ended, 2 wrong option, 3 not running."
    })
public final class RebuildCommand implements Callable<Integer> {

  private static final String PATH = "/api/v1/rebuild";
  private static final Duration BETWEEN = Duration.ofMillis(500);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Mixin private Connection connection = new Connection();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode status = connection.summaryService().get(PATH);
    JsonNode last = status.path("last");
    if (json) {
      out().println(status.toPrettyString());
    } else {
      out().println(last.isObject() ? progress(last) : "no rebuild was started yet");
      if (last.isObject()) {
        out().println(differences(last));
      }
      if (status.path("oldKept").asBoolean()) {
        out().println("what it has replaced is kept: confnotes rebuild drop");
      }
    }
    return 0;
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Starts one, which goes on without this command.")
  int start(
      @Mixin Connection to,
      @Option(
              names = "--switch",
              description = "let it take the place of what serves as soon as it is ready")
          boolean switches) {
    out()
        .println(
            progress(
                to.summaryService()
                    .post(PATH, JsonNodeFactory.instance.objectNode().put("switch", switches))));
    return 0;
  }

  @Command(
      name = "watch",
      mixinStandardHelpOptions = true,
      description = "Tells how far it is until it is ready or has ended, and then what differs.")
  int watch(
      @Mixin Connection to, @Option(names = "--json", description = "as JSON") boolean asJson) {
    return watch(to.summaryService(), asJson);
  }

  @Command(
      name = "switch",
      mixinStandardHelpOptions = true,
      description = "Lets the one that is ready take the place of what serves, and waits for it.")
  int switchOver(@Mixin Connection to) {
    SummaryService service = to.summaryService();
    service.post(PATH + "/switch");
    return watch(service, false);
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Ends it and drops what it has built, or else what the last one has replaced.")
  int drop(@Mixin Connection to) {
    out().println(progress(to.summaryService().delete(PATH)));
    return 0;
  }

  /** Asks until there is nothing to wait for: 1 where it was stopped. */
  private int watch(SummaryService service, boolean asJson) {
    String printed = "";
    while (true) {
      JsonNode last = service.get(PATH).path("last");
      if (!last.isObject()) {
        throw new Refusal("no rebuild was started yet: confnotes rebuild start");
      }
      String progress = progress(last);
      if (!asJson && !progress.equals(printed)) {
        out().println(progress);
        out().flush();
        printed = progress;
      }
      String state = last.path("state").asText();
      boolean waits = "ready".equals(state) && !last.path("switch").asBoolean();
      if (waits || "switched".equals(state) || "stopped".equals(state)) {
        out().println(asJson ? last.toPrettyString() : differences(last));
        return "stopped".equals(state) ? 1 : 0;
      }
      pause();
    }
  }

  private static String progress(JsonNode run) {
    List<String> words = new ArrayList<>();
    words.add(
        "rebuild %s  %s  records %s"
            .formatted(
                Text.of(run.path("id")), Text.of(run.path("state")), Text.of(run.path("records"))));
    JsonNode progress = run.path("progress");
    if (progress.isObject()) {
      words.add(Text.of(progress.path("percent")) + "%");
    }
    if ("building".equals(run.path("state").asText()) && progress.hasNonNull("secondsLeft")) {
      words.add(Text.of(progress.path("secondsLeft")) + " s left");
    }
    if (run.hasNonNull("problem")) {
      words.add(Text.of(run.path("problem")) + ": " + Text.of(run.path("todo")));
    }
    return String.join(", ", words);
  }

  /** The counts, and the sample of what differs. */
  private static String differences(JsonNode run) {
    JsonNode differences = run.path("differences");
    if (!differences.isObject()) {
      return "not compared yet";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "serving", "rebuilt", "only serving", "only rebuilt", "different"));
    for (String kind : List.of("documents", "talks", "tags", "names")) {
      JsonNode tally = differences.path(kind);
      rows.add(
          List.of(
              kind,
              Text.of(tally.path("serving")),
              Text.of(tally.path("rebuilt")),
              Text.of(tally.path("onlyServing")),
              Text.of(tally.path("onlyRebuilt")),
              Text.of(tally.path("different"))));
    }
    List<String> lines = new ArrayList<>();
    lines.add(Text.columns(rows));
    differences.path("sample").forEach(difference -> lines.add(line(difference)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(JsonNode difference) {
    String where =
        difference.path("serving").asBoolean()
            ? difference.path("rebuilt").asBoolean() ? "differs" : "only serving"
            : "only rebuilt";
    String fields =
        StreamSupport.stream(difference.path("fields").spliterator(), false)
            .map(Text::of)
            .collect(Collectors.joining(", "));
    String title = difference.hasNonNull("title") ? "  " + Text.of(difference.path("title")) : "";
    return "%s %s%s  %s: %s"
        .formatted(
            Text.of(difference.path("kind")),
            Text.of(difference.path("key")),
            title,
            where,
            fields);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
