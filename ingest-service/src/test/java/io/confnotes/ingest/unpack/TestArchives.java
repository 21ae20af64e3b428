package io.confnotes.ingest.unpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives for tests. The order of their entries is that of the map. */
public final class TestArchives {

  private TestArchives() {}

  /** What writes the entries of an archive. */
  interface Entries<T> {
    void write(T out) throws IOException;
  }

  public static byte[] zip(Map<String, String> files) {
    return zip(
        out -> {
          for (Map.Entry<String, String> file : files.entrySet()) {
            put(out, new ZipArchiveEntry(file.getKey()), bytes(file.getValue()));
          }
        });
  }

  static byte[] zip(Entries<ZipArchiveOutputStream> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipArchiveOutputStream(bytes)) {
      entries.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void put(ZipArchiveOutputStream out, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  static byte[] tar(Map<String, String> files) {
    return tar(
        out -> {
          for (Map.Entry<String, String> file : files.entrySet()) {
            put(out, new TarArchiveEntry(file.getKey(), true), bytes(file.getValue()));
          }
        });
  }

  static byte[] tar(Entries<TarArchiveOutputStream> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      entries.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void put(TarArchiveOutputStream out, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  public static byte[] tarGzip(Map<String, String> files) {
    return gzip(tar(files));
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
