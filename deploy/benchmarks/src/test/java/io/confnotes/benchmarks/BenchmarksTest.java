package io.confnotes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.TalkNotes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs everything once on small documents, so that it stays usable; measures nothing. */
class BenchmarksTest {

  private static final int DAY = 20_000;
  private static final int SMALL = 8_000;
  private static final int LARGEST_PART = 100_100;

  @ParameterizedTest
  @EnumSource
  void shouldFindTheTalksOfNotes(Fixture fixture) {
    // Given
    ReadingBenchmark benchmark = new ReadingBenchmark();
    benchmark.fixture = fixture;
    benchmark.bytes = DAY;
    benchmark.write();
    // When
    ReadingBenchmark.Volume volume = new ReadingBenchmark.Volume();
    Reading reading = benchmark.read(volume);
    List<TalkNotes> talks = benchmark.readAndSegment(volume);
    // Then
    DayNotes notes = DayNotes.of(fixture.markup(), DAY);
    assertThat(notes.titles()).hasSizeBetween(6, 12);
    assertThat(talks).extracting(TalkNotes::title).containsExactlyElementsOf(notes.titles());
    assertThat(talks).noneMatch(talk -> talk.speakers().isEmpty());
    assertThat(reading.format()).isEqualTo(fixture.format());
    assertThat(reading.blocks()).hasSizeGreaterThan(talks.size());
    assertThat(volume.megabytes).isBetween(0.04, 0.06);
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadHostileShapes(Shape shape) {
    for (Fixture fixture : Stream.of(Fixture.values()).filter(shape::isFor).toList()) {
      // Given
      HostileBenchmark benchmark = new HostileBenchmark();
      benchmark.fixture = fixture;
      benchmark.shape = shape;
      benchmark.bytes = SMALL;
      benchmark.write();
      // When
      int read = benchmark.read().text().length();
      int segmented =
          benchmark.readAndSegment().stream().mapToInt(talk -> talk.span().length()).sum();
      // Then
      assertThat(segmented).isLessThanOrEqualTo(read);
      assertThat(shape.of(fixture.markup(), SMALL).getBytes(StandardCharsets.UTF_8).length)
          .isBetween(SMALL, SMALL + LARGEST_PART);
    }
  }

  @Test
  void shouldPrintARowForEachShapeAskedFor() {
    // Given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    // When
    new LinearCost(SMALL, out).run(List.of("html/nested_divs", "html/grid_table", "plain/notes"));
    // Then
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("plain/notes "))
        .anyMatch(line -> line.startsWith("html/nested_divs "));
  }
}
