package io.confnotes.ingest.unpack;

import io.confnotes.ingest.read.text.Format;

/** What an archive holds at one place. */
public sealed interface Entry {

  /** Where it is in the archive. */
  String path();

  /**
   * A file that may be of notes.
   *
   * @param path names separated by "/", none of them ".."; at most {@link EntryPath#MAX_LENGTH}
   *     code points
   * @param format what its name says it is
   * @param content its bytes, which are not copied; at most {@link Bounds#fileBytes()}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record File(String path, Format format, byte[] content) implements Entry {}

  /**
   * Something that was not unpacked.
   *
   * @param path its name, good for showing only; empty where the archive as a whole is meant
   * @param detail what is wrong, and where something can be done, what to do
   */
  record Refused(String path, Reason reason, String detail) implements Entry {}

  /** Why something is not unpacked. */
  enum Reason {
    /** Its name says that it is no file of notes. */
    IGNORED,
    /** It is an archive itself. */
    NESTED_ARCHIVE,
    /** Its path leads out of the archive, or is longer or deeper than any may be. */
    BAD_PATH,
    /** It is a link, a device or the like. */
    NOT_A_FILE,
    /** The file alone is too large. */
    TOO_LARGE,
    /** The archive holds more than is unpacked; nothing behind it was looked at. */
    BOUND,
    /** It is damaged, encrypted, or of a kind that is not known here. */
    UNREADABLE
  }
}
