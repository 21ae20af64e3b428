package io.confnotes.benchmarks;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Segmenter;
import io.confnotes.ingest.segment.TalkNotes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds for one document of a hostile shape, for a close look at single ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow") // for JMH
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class HostileBenchmark {

  @Param Fixture fixture = Fixture.PLAIN;

  @Param Shape shape = Shape.ONE_LINE;

  @Param("1048576")
  int bytes = 1 << 20;

  private String source = "";

  @Setup
  public void write() {
    source = shape.of(fixture.markup(), bytes);
  }

  @Benchmark
  public Reading read() {
    return Readers.read(source, fixture.format());
  }

  @Benchmark
  public List<TalkNotes> readAndSegment() {
    return Segmenter.segment(Readers.read(source, fixture.format()));
  }
}
