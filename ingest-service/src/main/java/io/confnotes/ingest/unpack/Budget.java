package io.confnotes.ingest.unpack;

import java.io.IOException;

/** What is left of the {@link Bounds} of one request. Not thread-safe. */
public final class Budget {

  private final Bounds bounds;
  private long packed;
  private long unpacked;
  private int entries;

  public Budget(Bounds bounds) {
    this.bounds = bounds;
  }

  Bounds bounds() {
    return bounds;
  }

  /** Says that an archive of this length is about to be unpacked. */
  void add(long archiveBytes) {
    packed += archiveBytes;
  }

  void takeEntry() throws RefusedEntry {
    if (++entries > bounds.entries()) {
      throw new RefusedEntry(
          Entry.Reason.BOUND,
          "More than %,d entries are not looked at; the rest was not read. Send fewer at a time."
              .formatted(bounds.entries()));
    }
  }

  /** Takes the bytes that were unpacked, or those that are about to be. */
  void takeBytes(long bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > bounds.unpackedBytes()) {
      throw new RefusedEntry(
          Entry.Reason.BOUND,
          "It unpacks to more than %,d bytes; the rest was not read. Send less at a time."
              .formatted(bounds.unpackedBytes()));
    }
    if (unpacked > bounds.ratioFloor() && unpacked > bounds.ratio() * packed) {
      throw new RefusedEntry(
          Entry.Reason.BOUND,
          "It unpacks to more than %d times its own length, which no notes do; the rest was not read."
              .formatted(bounds.ratio()));
    }
  }
}
