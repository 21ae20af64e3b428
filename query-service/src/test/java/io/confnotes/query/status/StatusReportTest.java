package io.confnotes.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.status.Status.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatusReportTest {

  private static final Map<String, String> WELL =
      Map.of("lag", "0", "deadLetters", "0", "schema", "9", "analysis", "up to date");

  private static ServiceStatus ready(String name) {
    return ServiceStatus.of(name, true, Map.of("version", "1.2.3"));
  }

  private static Status status(String member, String value) {
    Map<String, String> told = new HashMap<>(WELL);
    told.put(member, value);
    return StatusReport.of(List.of(ready("query-service")), told, null);
  }

  @Test
  void shouldBeWell() {
    Status status = status("lag", "1000");

    assertThat(status.state()).isEqualTo(State.WELL);
    assertThat(status.summary()).isEqualTo("All is well.");
    assertThat(status.todo()).isNull();
    assertThat(status.schema()).isEqualTo(9);
    assertThat(status.services()).extracting(ServiceStatus::version).containsExactly("1.2.3");
  }

  @Test
  void shouldSayWhatItMeansThatAServiceIsNotReady() {
    ServiceStatus ingest =
        ServiceStatus.of(
            "ingest-service", false, Map.of("problem", "Kafka is away", "todo", "start Kafka"));

    Status status =
        StatusReport.of(
            List.of(ready("query-service"), ingest, ServiceStatus.away("summary-service")),
            Map.of("deadLetters", "3"),
            null);

    assertThat(status.state()).isEqualTo(State.FAILING);
    assertThat(status.summary())
        .isEqualTo("ingest-service: Kafka is away. Nothing can be submitted until it is back.");
    assertThat(status.todo()).isEqualTo("start Kafka");
    assertThat(status.lag()).isNull();
  }

  @Test
  void shouldSayWhereToLookAtAServiceThatDoesNotSayWhatIsWrong() {
    assertThat(ServiceStatus.of("ingest-service", false, Map.of()).todo())
        .isEqualTo("look at its log");
  }

  @Test
  void shouldAskForDeadLettersToBeReplayed() {
    assertThat(status("deadLetters", "1").summary()).isEqualTo("1 dead letter waits.");
    Status status = status("deadLetters", "2");
    assertThat(status.state()).isEqualTo(State.ATTENTION);
    assertThat(status.summary()).isEqualTo("2 dead letters wait.");
    assertThat(status.todo()).endsWith("mend what was wrong, then replay them");
  }

  @Test
  void shouldTellOfMuchThatIsNotApplied() {
    Status status = status("lag", "12345");
    assertThat(status.state()).isEqualTo(State.ATTENTION);
    assertThat(status.summary()).isEqualTo("12,345 records of the log are not applied yet.");
  }

  @Test
  void shouldAskForReanalysis() {
    Status status = status("analysis", "out of date: POST /api/v1/reanalysis");
    assertThat(status.state()).isEqualTo(State.ATTENTION);
    assertThat(status.todo()).isEqualTo("start a re-analysis, first as a dry run");
    assertThat(status.reanalysis()).isNull();
  }

  @Test
  void shouldTellHowFarWorkOnAllTalksIs() {
    Map<String, String> told = new HashMap<>(WELL);
    told.put("analysis", "out of date: POST /api/v1/reanalysis");
    told.put("reanalysis", "running, documents looked at: 120, talks changed: 7");
    told.put("rebuild", "building, 43 %");
    told.put("curation", "talks that are still to follow decisions: 1,200");

    Status status = StatusReport.of(List.of(ready("query-service")), told, null);

    assertThat(status.todo()).startsWith("wait for the re-analysis");
    assertThat(status.reanalysis()).contains("120");
    assertThat(status.rebuild()).isEqualTo("building, 43 %");
    assertThat(status.curation()).endsWith("decisions: 1,200");
  }
}
