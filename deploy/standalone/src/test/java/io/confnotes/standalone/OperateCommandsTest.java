package io.confnotes.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class OperateCommandsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters list",
        "dead-letters show 1",
        "dead-letters bytes 1 --output x",
        "dead-letters replay --all",
        "dead-letters replay 1 2",
        "dead-letters discard 1",
        "reanalyse",
        "reanalyse --dry-run",
        "reanalyse start",
        "reanalyse watch",
        "reanalyse stop",
        "rebuild",
        "rebuild start --switch",
        "rebuild watch",
        "rebuild switch",
        "rebuild drop"
      })
  void shouldSayThatNothingRuns(String command) {
    assertThat(execute((command + " --data " + folder).split(" ")))
        .isEqualTo(Confnotes.NOT_RUNNING);
    assertThat(errors.toString())
        .startsWith("confnotes: not running on " + folder)
        .contains("--data")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters replay",
        "dead-letters replay 1 --all",
        "dead-letters replay 1 --reason not-json",
        "dead-letters show x",
        "dead-letters discard",
        "dead-letters list --limit many",
        "reanalyse begin",
        "rebuild begin"
      })
  void shouldRefuseWrongOptions(String command) {
    assertThat(execute((command + " --data " + folder).split(" "))).isEqualTo(Confnotes.USAGE);
    assertThat(errors.toString()).contains("--help");
    assertThat(output.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters",
        "list",
        "show",
        "bytes",
        "replay",
        "discard",
        "reanalyse",
        "start",
        "stop"
      })
  void shouldExplainThemselves(String name) {
    CommandLine all = Confnotes.commandLine();
    assertThat(
            Stream.of(
                    all.getSubcommands().get("dead-letters"), all.getSubcommands().get("reanalyse"))
                .map(CommandLine::getUsageMessage)
                .reduce("", String::concat))
        .contains(name);
  }

  @Test
  void shouldExplainTheTokenOfEachCommand() {
    assertThat(execute("dead-letters", "replay", "--help")).isZero();
    assertThat(output.toString()).contains("--token-file", "CONFNOTES_TOKEN", "--all", "--reason");
  }

  private int execute(String... arguments) {
    return Confnotes.commandLine()
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
