package io.confnotes.benchmarks;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Segmenter;
import io.confnotes.ingest.segment.TalkNotes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Documents a second, and megabytes a second, of notes as people write them. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow") // for JMH
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

  /** Counts the megabytes (10⁶ bytes of UTF-8) that went through. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Volume {
    public double megabytes;
  }

  @Param Fixture fixture = Fixture.PLAIN;

  /** The least size of the document; it ends with the talk that reaches it. */
  @Param({"20000", "1048576"})
  int bytes = 20_000;

  private String source = "";
  private double megabytes;

  @Setup
  public void write() {
    source = DayNotes.of(fixture.markup(), bytes).source();
    megabytes = source.getBytes(StandardCharsets.UTF_8).length / 1e6;
  }

  @Benchmark
  public Reading read(Volume volume) {
    volume.megabytes += megabytes;
    return Readers.read(source, fixture.format());
  }

  @Benchmark
  public List<TalkNotes> readAndSegment(Volume volume) {
    volume.megabytes += megabytes;
    return Segmenter.segment(Readers.read(source, fixture.format()));
  }
}
