package io.confnotes.ingest.unpack;

import io.confnotes.ingest.unpack.Entry.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip, read by its central directory alone, as unzip does: what a local header says otherwise
 * counts for nothing.
 */
final class ZipContainer implements Container {

  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR = 0x8000;

  /** Names that are not in UTF-8 are in this charset, if the writer kept to the specification. */
  private static final Charset NAMES = Charset.forName("IBM437");

  private final Budget budget;
  private final ZipFile zip;
  private final Enumeration<ZipArchiveEntry> entries;
  private ZipArchiveEntry entry;

  ZipContainer(byte[] bytes, Budget budget) throws IOException {
    this.budget = budget;
    var channel = new BoundedChannel(bytes, budget.bounds().entries());
    // Unicode extra fields are kept in a table that crafted names can make slow
    zip =
        ZipFile.builder()
            .setSeekableByteChannel(channel)
            .setIgnoreLocalFileHeader(true)
            .setUseUnicodeExtraFields(false)
            .get();
    channel.directoryIsRead();
    entries = zip.getEntries();
    entry = new ZipArchiveEntry("");
  }

  /** Whether this begins as a zip does, an empty one too. */
  static boolean isZip(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  @Override
  public boolean advance() {
    if (!entries.hasMoreElements()) {
      return false;
    }
    entry = entries.nextElement();
    return true;
  }

  @Override
  public String name() {
    if (entry.getNameSource() == NameSource.NAME_WITH_EFS_FLAG) {
      return entry.getName();
    }
    byte[] raw = entry.getRawName();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, NAMES);
    }
  }

  @Override
  public boolean isDirectory() {
    return entry.isDirectory();
  }

  @Override
  public byte[] content(int most) throws IOException {
    requireReadable();
    if (entry.getSize() > most) {
      throw RefusedEntry.tooLarge(most);
    }
    byte[] content;
    try (InputStream in = new Unpacked(zip.getInputStream(entry), budget)) {
      content = in.readNBytes(most + 1);
    }
    if (content.length > most) {
      throw RefusedEntry.tooLarge(most);
    }
    CRC32 sum = new CRC32();
    sum.update(content);
    if (sum.getValue() != entry.getCrc()) {
      throw new RefusedEntry(Reason.UNREADABLE, "Its checksum is not the one in the archive.");
    }
    return content;
  }

  private void requireReadable() throws RefusedEntry {
    int type = entry.getUnixMode() & FILE_TYPE;
    if (type != 0 && type != REGULAR) {
      throw RefusedEntry.notAFile();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedEntry(Reason.UNREADABLE, "It is encrypted.");
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new RefusedEntry(
          Reason.UNREADABLE,
          "Its compression (method %d) is not known here. Use deflate."
              .formatted(entry.getMethod()));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /**
   * Bounds what is read of the central directory, all of which the library keeps: room for about as
   * many entries as are looked at. How many there are by its own account may be a lie.
   */
  private static final class BoundedChannel extends SeekableInMemoryByteChannel {
    private static final int ENTRY_BYTES = 256;
    private static final int END_BYTES = 1 << 18;

    private long left;

    BoundedChannel(byte[] bytes, int entries) {
      super(bytes);
      this.left = (long) entries * ENTRY_BYTES + END_BYTES;
    }

    void directoryIsRead() {
      left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      int read = super.read(buffer);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new RefusedEntry(Reason.BOUND, "It has too many entries. Send fewer at a time.");
      }
      return read;
    }
  }
}
