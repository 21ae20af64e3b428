package io.confnotes.standalone.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StatusReportTest {

  private static final Path LOG = Path.of("/data/logs/summary.log");

  @Test
  void shouldTellVersionLagAndDeadLettersOfAServiceThatIsWell() throws IOException {
    // Given
    var health =
        """
        {"status": "UP", "checks": [
          {"name": "database", "status": "UP", "data": {"deadLetters": 2}},
          {"name": "log", "status": "UP", "data": {"version": "1.2.3", "lag": 7}},
          {"name": "plain", "status": "UP"}]}
        """;

    // When
    var line = line(health);

    // Then
    assertThat(line.well()).isTrue();
    assertThat(line.text())
        .isEqualTo("summary     well      1.2.3    http://here, lag 7, dead letters 2");
  }

  @Test
  void shouldTellHowFarAReanalysisAndARebuildAre() throws IOException {
    // Given
    var health =
        """
        {"status": "UP", "checks": [{"name": "database", "status": "UP", "data": {
          "reanalysis": "dry run, documents looked at: 1, talks changed: 0", "rebuild": "building, 43 %",
          "curation": "talks that are still to follow decisions: 1,200"}}]}
        """;

    // When
    var line = line(health);

    // Then
    assertThat(line.detail())
        .isEqualTo(
            "http://here, re-analysis: dry run, documents looked at: 1, talks changed: 0, rebuild:"
                + " building, 43 %, talks that are still to follow decisions: 1,200");
  }

  @Test
  void shouldTellWhatIsWrongAndWhatToDo() throws IOException {
    // Given
    var health =
        """
        {"status": "DOWN", "checks": [
          {"name": "log", "status": "UP", "data": {"version": "1.2.3", "problem": "lags a little", "todo": "wait"}},
          {"name": "database", "status": "DOWN", "data": {"problem": "no database", "todo": "start it"}}]}
        """;

    // When
    var line = line(health);

    // Then
    assertThat(line.well()).isFalse();
    assertThat(line.text())
        .isEqualTo("summary     NOT WELL  1.2.3    http://here, no database, start it");
  }

  @Test
  void shouldNameTheChecksThatAreDownWhereNothingElseIsTold() throws IOException {
    // Given
    var health =
        """
        {"status": "DOWN", "checks": [{"name": "database", "status": "DOWN"}, {"name": "log", "status": "UP"}]}
        """;

    // When
    var line = line(health);

    // Then
    assertThat(line.text())
        .isEqualTo(
            "summary     NOT WELL           http://here, not ready: database, see"
                + " /data/logs/summary.log");
  }

  @Test
  void shouldNotTakeAnotherProgramsAnswerForHealth() {
    assertThatThrownBy(() -> Health.parse("<html>hello</html>")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Health.parse("{}")).isInstanceOf(IOException.class);
  }

  private static StatusReport.Line line(String health) throws IOException {
    return StatusReport.line("summary", "http://here", Health.parse(health), LOG);
  }
}
