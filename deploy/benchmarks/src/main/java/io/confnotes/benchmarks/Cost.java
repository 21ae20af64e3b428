package io.confnotes.benchmarks;

import com.sun.management.ThreadMXBean;
import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Segmenter;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What it took to read and segment one document once.
 *
 * @param reading nanoseconds for the reading
 * @param segmenting nanoseconds for the segmenting
 * @param allocated bytes of heap that both asked for, all in all, not at a time
 */
record Cost(long reading, long segmenting, long allocated) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Cost of(String source, Format format) {
    long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    Reading reading = Readers.read(source, format);
    long read = System.nanoTime();
    Segmenter.segment(reading);
    long segmented = System.nanoTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
    return new Cost(read - start, segmented - read, allocated);
  }

  double milliseconds() {
    return milliseconds(reading + segmenting);
  }

  double readingMilliseconds() {
    return milliseconds(reading);
  }

  double segmentingMilliseconds() {
    return milliseconds(segmenting);
  }

  double allocatedMegabytes() {
    return allocated / 1e6;
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
