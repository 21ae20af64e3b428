package io.confnotes.standalone.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confnotes.standalone.Refusal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts, watches and stops the re-analysis of all that is stored. */
@Command(
    name = "reanalyse",
    mixinStandardHelpOptions = true,
    description = {
      "Analyses all that is stored again, with this version's analyser and the curated vocabulary.",
      "Alone, it says whether what is stored is up to date. With --dry-run it finds out what would"
          + " change, and changes nothing.",
      "Exit status: 0 done, 1 refused or stopped, 2 wrong option, 3 not running."
    })
public final class ReanalyseCommand implements Callable<Integer> {

  private static final String PATH = "/api/v1/reanalysis";
  private static final Duration BETWEEN = Duration.ofMillis(500);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Mixin private Connection connection = new Connection();

  @Option(names = "--dry-run", description = "find out what would change, and wait for the answer")
  private boolean dryRun;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() {
    SummaryService service = connection.summaryService();
    if (dryRun) {
      begin(service, true);
      return watch(service, json);
    }
    JsonNode status = service.get(PATH);
    if (json) {
      out().println(status.toPrettyString());
      return 0;
    }
    out()
        .printf(
            "analyser %s, talk notes of other versions: %s%n",
            Text.of(status.path("analyser")), Text.of(status.path("talkNotesOutdated")));
    JsonNode last = status.path("last");
    out().println(last.isObject() ? progress(last) : "no re-analysis was started yet");
    return 0;
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Starts one, which goes on without this command.")
  int start(
      @Mixin Connection to,
      @Option(names = "--dry-run", description = "only find out what would change") boolean dry) {
    out().println(progress(begin(to.summaryService(), dry)));
    return 0;
  }

  private static JsonNode begin(SummaryService service, boolean dry) {
    return service.post(PATH, JsonNodeFactory.instance.objectNode().put("dryRun", dry));
  }

  @Command(
      name = "watch",
      mixinStandardHelpOptions = true,
      description = "Tells how far it is until it ends, and then what it changed.")
  int watch(
      @Mixin Connection to, @Option(names = "--json", description = "as JSON") boolean asJson) {
    return watch(to.summaryService(), asJson);
  }

  /** Asks until it has ended: 1 where it was stopped. */
  private int watch(SummaryService service, boolean asJson) {
    String printed = "";
    while (true) {
      JsonNode last = service.get(PATH).path("last");
      if (!last.isObject()) {
        throw new Refusal("no re-analysis was started yet: confnotes reanalyse start");
      }
      boolean running = "running".equals(last.path("state").asText());
      String progress = progress(last);
      if (!asJson && !progress.equals(printed)) {
        out().println(progress);
        out().flush();
        printed = progress;
      }
      if (!running) {
        out().println(asJson ? last.toPrettyString() : changes(last));
        return "done".equals(last.path("state").asText()) ? 0 : 1;
      }
      pause();
    }
  }

  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Stops the one that is running; what it has done stays.")
  int stop(@Mixin Connection to) {
    out().println(progress(to.summaryService().delete(PATH)));
    return 0;
  }

  private static String progress(JsonNode run) {
    return "%s %s  %s  documents %s, talks %s, changed %s"
        .formatted(
            run.path("dryRun").asBoolean() ? "dry run" : "re-analysis",
            Text.of(run.path("id")),
            Text.of(run.path("state")),
            Text.of(run.path("documents")),
            Text.of(run.path("talks")),
            Text.of(run.path("talksChanged")));
  }

  /** The counts, and the sample of what changes. */
  private static String changes(JsonNode run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "tags +%s -%s, key points +%s -%s"
            .formatted(
                Text.of(run.path("tagsAdded")),
                Text.of(run.path("tagsRemoved")),
                Text.of(run.path("keyPointsAdded")),
                Text.of(run.path("keyPointsRemoved"))));
    for (JsonNode change : run.path("changes")) {
      lines.add(Text.of(change.path("title")) + "  " + Text.of(change.path("talkId")));
      add(lines, change.path("tagsAdded"), "  + tag ");
      add(lines, change.path("tagsRemoved"), "  - tag ");
      add(lines, change.path("keyPointsAdded"), "  + key point ");
      add(lines, change.path("keyPointsRemoved"), "  - key point ");
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, JsonNode texts, String before) {
    texts.forEach(text -> lines.add(before + Text.of(text)));
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
