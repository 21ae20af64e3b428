package io.confnotes.ingest.unpack;

import java.io.Closeable;
import java.io.IOException;

/** Goes through the entries of one kind of archive. Any method may throw what a library throws. */
interface Container extends Closeable {

  /** Goes to the next entry, if there is one. */
  boolean advance() throws IOException;

  /** The entry's name as it is in the archive. */
  String name();

  boolean isDirectory();

  /**
   * Unpacks the entry.
   *
   * @param most how many bytes it may have
   * @throws RefusedEntry where it has more or is no regular file
   */
  byte[] content(int most) throws IOException;
}
