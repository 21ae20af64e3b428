package io.confnotes.ingest.unpack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** A tar, compressed with gzip or not, read from its beginning to its end. */
final class TarContainer implements Container {

  /** Long names and the like are kept in memory, by recursion. */
  private static final int MAX_HEADER_BYTES = 1 << 18;

  private final Unpacked unpacked;
  private final TarArchiveInputStream tar;
  private @Nullable TarArchiveEntry entry;

  TarContainer(byte[] bytes, Budget budget) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    unpacked = new Unpacked(isGzip(bytes) ? new GZIPInputStream(in, 1 << 16) : in, budget);
    tar = new TarArchiveInputStream(unpacked, StandardCharsets.UTF_8.name());
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
  }

  @Override
  public boolean advance() throws IOException {
    boolean first = entry == null;
    if (!first) {
      tar.skip(Long.MAX_VALUE);
    }
    unpacked.allow(MAX_HEADER_BYTES);
    entry = tar.getNextEntry();
    unpacked.allow(Long.MAX_VALUE);
    if (entry == null && !first) {
      return false;
    }
    // Any bytes may pass for an entry; that their sum is right is no chance
    if (entry == null || !entry.isCheckSumOK()) {
      throw new IOException("not a tar");
    }
    return true;
  }

  @Override
  public String name() {
    return current().getName();
  }

  @Override
  public boolean isDirectory() {
    return current().isDirectory();
  }

  @Override
  public byte[] content(int most) throws IOException {
    byte type = current().getLinkFlag();
    boolean regular =
        type == TarConstants.LF_NORMAL
            || type == TarConstants.LF_OLDNORM
            || type == TarConstants.LF_CONTIG;
    if (!regular || current().isSparse()) {
      throw RefusedEntry.notAFile();
    }
    if (current().getSize() > most) {
      throw RefusedEntry.tooLarge(most);
    }
    return tar.readNBytes(most);
  }

  private TarArchiveEntry current() {
    if (entry == null) {
      throw new IllegalStateException("advance() comes first");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
