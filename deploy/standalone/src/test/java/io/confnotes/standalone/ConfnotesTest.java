package io.confnotes.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfnotesTest {

  private static final Path HOME = Path.of("/home/ada");

  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data",
        "CONFNOTES_DATA",
        "--port-base",
        "CONFNOTES_PORT_BASE",
        "--web-port",
        "CONFNOTES_WEB_PORT",
        "--ingest-port",
        "CONFNOTES_INGEST_PORT",
        "--summary-port",
        "CONFNOTES_SUMMARY_PORT",
        "--kafka-port",
        "CONFNOTES_KAFKA_PORT",
        "--kafka-controller-port",
        "CONFNOTES_KAFKA_CONTROLLER_PORT",
        "--postgresql-port",
        "CONFNOTES_POSTGRESQL_PORT",
        "status",
        "Exit status"
      })
  void shouldSayAllInItsHelp(String word) {
    assertThat(Confnotes.commandLine().getUsageMessage()).contains(word);
  }

  @Test
  void shouldKeepWhatIsForTheBuildOutOfItsHelp() {
    assertThat(Confnotes.commandLine().getUsageMessage())
        .doesNotContain("training", "stop-with-parent", "prepare");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "--web-port=http"})
  void shouldAnswerAWrongOptionWithOneLine(String option) {
    // When
    int status = execute(option);

    // Then
    assertThat(status).isEqualTo(Confnotes.USAGE);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("confnotes: ")
        .contains("--help");
  }

  @Test
  void shouldAnswerARefusalWithOneLine() {
    // When
    int status = execute("--data=/a,b");

    // Then
    assertThat(status).isEqualTo(Confnotes.NOT_WELL);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("confnotes: ");
  }

  @Test
  void shouldSayThatNothingRuns(@TempDir Path folder) {
    assertThat(execute("status", "--data=" + folder)).isEqualTo(Confnotes.NOT_RUNNING);
  }

  @Test
  void shouldKeepDataWhereTheSystemKeepsThem() {
    assertThat(DataOption.standard(Map.of(), "Linux", HOME))
        .isEqualTo(Path.of("/home/ada/.local/share/confnotes"));
    assertThat(DataOption.standard(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME))
        .isEqualTo(Path.of("/data/confnotes"));
    assertThat(DataOption.standard(Map.of(), "Mac OS X", HOME))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Confnotes"));
  }

  private int execute(String... arguments) {
    return Confnotes.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
