package io.confnotes.standalone.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, inspects, replays and discards records that could not be applied. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = {
      "Records of the log that could not be applied: lists them, shows one, replays or discards it.",
      "Exit status: 0 done, 1 refused, or still not applied, 2 wrong option, 3 not running."
    })
public final class DeadLettersCommand implements Runnable {

  private static final String PATH = "/api/v1/dead-letters";
  private static final int PAGE = 200;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  /** The command alone tells what there is. */
  @Override
  public void run() {
    command.commandLine().usage(out());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists dead letters, the newest first.")
  int list(
      @Mixin Connection connection,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              defaultValue = "waiting",
              description = "waiting (if not given), replayed, superseded, discarded or all")
          String state,
      @Option(
              names = "--reason",
              paramLabel = "CODE",
              description = "only those with this reason, such as not-json")
          @Nullable String reason,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "at most so many; 50 if not given")
          int limit,
      @Option(names = "--json", description = "as a JSON array") boolean json) {
    ArrayNode letters = JsonNodeFactory.instance.arrayNode();
    boolean more = read(connection.summaryService(), state, reason, limit, letters);
    if (json) {
      out().println(letters.toPrettyString());
      return 0;
    }
    if (letters.isEmpty()) {
      out().println("none" + ("all".equals(state) ? "" : " " + Text.shown(state)));
      return 0;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "SINCE", "STATE", "REASON", "BYTES", "FROM", "DOCUMENT"));
    letters.forEach(letter -> rows.add(row(letter)));
    out().println(Text.columns(rows));
    if (more) {
      command.commandLine().getErr().println("confnotes: there are more: see --limit");
    }
    return 0;
  }

  /** Reads as many pages as it takes; true where there is more than was asked for. */
  private static boolean read(
      SummaryService service, String state, @Nullable String reason, int most, ArrayNode letters) {
    String filter =
        ("all".equals(state) ? "" : "&state=" + encoded(state))
            + (reason == null ? "" : "&reason=" + encoded(reason));
    String cursor = "";
    while (letters.size() < most) {
      JsonNode page =
          service.get(
              "%s?limit=%d%s%s"
                  .formatted(PATH, Math.min(PAGE, most - letters.size()), filter, cursor));
      page.path("items").forEach(letters::add);
      if (!page.path("next").isTextual()) {
        return false;
      }
      cursor = "&cursor=" + encoded(page.path("next").asText());
    }
    return true;
  }

  private static List<String> row(JsonNode letter) {
    return List.of(
        Text.of(letter.path("id")),
        Text.of(letter.path("deadLetteredAt")).replaceFirst("\\.\\d+Z$", "Z"),
        Text.of(letter.path("state")),
        Text.of(letter.path("reason")),
        Text.of(letter.path("bytes")),
        Text.of(letter.path("partition")) + ":" + Text.of(letter.path("offset")),
        Text.of(letter.path("documentId")));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one: why, where it came from, and the headers of its record.")
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "as list has it") long id,
      @Option(names = "--json", description = "as JSON") boolean json) {
    JsonNode inspection = connection.summaryService().get(PATH + "/" + id);
    if (json) {
      out().println(inspection.toPrettyString());
      return 0;
    }
    JsonNode letter = inspection.path("deadLetter");
    List<List<String>> rows = new ArrayList<>();
    letter.properties().forEach(e -> rows.add(List.of(e.getKey(), Text.of(e.getValue()))));
    rows.add(List.of("", ""));
    inspection
        .path("headers")
        .forEach(
            header ->
                rows.add(List.of(Text.of(header.path("name")), Text.of(header.path("value")))));
    out().println(Text.columns(rows));
    return 0;
  }

  @Command(
      name = "bytes",
      mixinStandardHelpOptions = true,
      description = "Writes the body of one, byte for byte, to standard output or to a new file.")
  int bytes(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "as list has it") long id,
      @Option(names = "--output", paramLabel = "FILE", description = "a file that does not exist")
          @Nullable Path output) {
    if (output == null && Objects.requireNonNull(System.console()).isTerminal()) {
      throw new Refusal(
          "what is in it is not for a terminal: give a file with --output, or redirect it");
    }
    byte[] body = connection.summaryService().bytes(PATH + "/" + id + "/bytes");
    try {
      if (output == null) {
        System.out.write(body);
        System.out.flush();
      } else {
        Files.write(output, body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("%s is there already: name another file".formatted(output), e);
    } catch (IOException e) {
      throw new Refusal("Can't write it: " + e.getMessage(), e);
    }
    return 0;
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Tries dead letters again, after what was wrong has been mended.")
  int replay(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", arity = "0..*", description = "those of these ids")
          @Nullable List<Long> ids,
      @Option(names = "--all", description = "all that wait") boolean all,
      @Option(
              names = "--reason",
              paramLabel = "CODE",
              description = "with --all: only those with this reason")
          @Nullable String reason) {
    boolean some = ids != null && !ids.isEmpty();
    if (some == all || (reason != null && !all)) {
      throw new ParameterException(
          command.subcommands().get("replay"),
          "Say which: ids, or --all, which --reason can narrow down");
    }
    SummaryService service = connection.summaryService();
    return ids != null && some ? replay(service, ids) : replayAll(service, reason);
  }

  private int replay(SummaryService service, List<Long> ids) {
    boolean applied = true;
    for (long id : ids) {
      JsonNode letter = service.post("%s/%d/replay".formatted(PATH, id));
      String state = Text.of(letter.path("state"));
      applied &= !"waiting".equals(state);
      out()
          .println(
              switch (state) {
                case "waiting" -> id + "  waiting   still " + Text.of(letter.path("reason"));
                case "superseded" ->
                    id + "  superseded  something newer of the document was applied";
                default -> id + "  " + state;
              });
    }
    return applied ? 0 : 1;
  }

  /** Request by request, as one tries only so many. */
  private int replayAll(SummaryService service, @Nullable String reason) {
    String filter = reason == null ? "" : "&reason=" + encoded(reason);
    long replayed = 0;
    long superseded = 0;
    long waiting = 0;
    String after = "0";
    while (!after.isEmpty()) {
      JsonNode count = service.post("%s/replay?after=%s%s".formatted(PATH, after, filter));
      replayed += count.path("replayed").asLong();
      superseded += count.path("superseded").asLong();
      waiting += count.path("refused").asLong();
      after = count.path("next").isIntegralNumber() ? count.path("next").asText() : "";
    }
    out().printf("replayed %d, superseded %d, still waiting %d%n", replayed, superseded, waiting);
    return waiting == 0 ? 0 : 1;
  }

  @Command(
      name = "discard",
      mixinStandardHelpOptions = true,
      description = "Gives dead letters up: they are not replayed any more.")
  int discard(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", arity = "1..*", description = "those of these ids")
          List<Long> ids) {
    SummaryService service = connection.summaryService();
    for (long id : ids) {
      JsonNode letter = service.post("%s/%d/discard".formatted(PATH, id));
      out().println(id + "  " + Text.of(letter.path("state")));
    }
    return 0;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
