package io.confnotes.ingest.unpack;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.unpack.Entry.Reason;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A zip, tar or tar.gz in memory, unpacked one file at a time. Its first bytes say which it is. Not
 * thread-safe.
 */
public final class Archive implements Closeable {

  private final byte[] bytes;
  private final Budget budget;
  private @Nullable Container container;
  private boolean ended;

  /**
   * @param bytes the archive, which is not copied
   * @param budget what all archives of a request share
   */
  public Archive(byte[] bytes, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
    budget.add(bytes.length);
  }

  /**
   * The next file, or what is there in its place; null at the end. Folders are passed over. The
   * files are in the order of the archive, and one may come twice.
   */
  public @Nullable Entry next() {
    if (ended) {
      return null;
    }
    try {
      Container opened = container == null ? open() : container;
      container = opened;
      while (opened.advance()) {
        budget.takeEntry();
        if (!opened.isDirectory()) {
          return entry(opened);
        }
      }
      ended = true;
      return null;
    } catch (IOException | RuntimeException e) {
      ended = true;
      return refusal("", e);
    }
  }

  private Container open() throws IOException {
    return ZipContainer.isZip(bytes)
        ? new ZipContainer(bytes, budget)
        : new TarContainer(bytes, budget);
  }

  private Entry entry(Container opened) {
    String name = opened.name();
    try {
      String path = EntryPath.of(name);
      Format format = NoteFile.archived(path);
      byte[] content = opened.content(budget.bounds().fileBytes());
      return new Entry.File(path, format, content);
    } catch (IOException | RuntimeException e) {
      return refusal(EntryPath.shown(name), e);
    }
  }

  /** Libraries throw about anything at bytes that were made to break them. */
  private Entry.Refused refusal(String path, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedEntry refused) {
        ended |= refused.endsTheArchive();
        return refused.at(path);
      }
    }
    return new Entry.Refused(
        path,
        Reason.UNREADABLE,
        path.isEmpty()
            ? "It is no zip, tar or tar.gz, or it is damaged; the rest was not read. Make it anew."
            : "It is damaged. Make the archive anew.");
  }

  @Override
  public void close() throws IOException {
    ended = true;
    if (container != null) {
      container.close();
    }
  }
}
