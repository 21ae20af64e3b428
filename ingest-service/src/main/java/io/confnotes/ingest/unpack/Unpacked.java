package io.confnotes.ingest.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is unpacked, and ends where the budget does. */
final class Unpacked extends FilterInputStream {

  private final Budget budget;
  private long allowance = Long.MAX_VALUE;

  Unpacked(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  /** Bounds what may be read from here on. */
  void allow(long bytes) {
    allowance = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      budget.takeBytes(read);
      allowance -= read;
      if (allowance < 0) {
        throw new IOException("more than was allowed");
      }
    }
    return read;
  }

  /** Skipped bytes are unpacked too. */
  @Override
  public long skip(long bytes) throws IOException {
    byte[] skipped = new byte[Math.clamp(bytes, 0, 8192)];
    return Math.max(read(skipped, 0, skipped.length), 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
