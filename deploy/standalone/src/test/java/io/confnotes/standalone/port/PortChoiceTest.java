package io.confnotes.standalone.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.standalone.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortChoiceTest {

  private final PortOptions options = new PortOptions();

  @Test
  void shouldTakeTheStandardPortsWhereNothingIsSaid() {
    assertThat(choose()).isEqualTo(new Ports(8080, 8081, 8082, 9092, 9093, 5432));
  }

  @Test
  void shouldCountFromTheBase() {
    // Given
    options.base = 7000;

    // Then
    assertThat(choose()).isEqualTo(new Ports(7000, 7001, 7002, 7003, 7004, 7005));
  }

  @Test
  void shouldPreferWhatIsSaidOfOnePortToTheBase() {
    // Given
    options.base = 7000;
    options.ingest = 7100;
    options.postgresql = 7200;

    // Then
    assertThat(choose()).isEqualTo(new Ports(7000, 7100, 7002, 7003, 7004, 7200));
  }

  @Test
  void shouldGiveTheServersTheNextFreePorts() {
    assertThat(choose(9092, 9093, 5432, 5433))
        .isEqualTo(new Ports(8080, 8081, 8082, 9094, 9095, 5434));
  }

  @Test
  void shouldNotGiveAServerThePortOfAService() {
    // Given
    options.web = 9092;

    // Then
    assertThat(choose().kafka()).isEqualTo(9093);
  }

  @Test
  void shouldRefuseATakenPortAndSayWhatToDo() {
    assertThatThrownBy(() -> choose(8081))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("8081")
        .hasMessageContaining("--ingest-port")
        .hasMessageContaining("--port-base");
  }

  @Test
  void shouldRefuseATakenPortThatWasAskedFor() {
    // Given
    options.kafka = 9000;

    // Then
    assertThatThrownBy(() -> choose(9000))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--kafka-port");
  }

  @Test
  void shouldRefuseOnePortForTwoServices() {
    // Given
    options.summary = 8080;

    // Then
    assertThatThrownBy(this::choose)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("wanted twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65531, 70000})
  void shouldRefuseABaseThatLeavesNoRoom(int base) {
    // Given
    options.base = base;

    // Then
    assertThatThrownBy(this::choose)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("from 1 to 65530");
  }

  private Ports choose(Integer... taken) {
    return new PortChoice(options, port -> !Set.of(taken).contains(port)).choose();
  }
}
