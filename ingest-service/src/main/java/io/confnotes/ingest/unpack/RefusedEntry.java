package io.confnotes.ingest.unpack;

import java.io.IOException;

/** Ends the unpacking of an entry; it passes through the streams of libraries. */
final class RefusedEntry extends IOException {
  private static final long serialVersionUID = 1;

  private final Entry.Reason reason;
  private final String detail;

  RefusedEntry(Entry.Reason reason, String detail) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
  }

  static RefusedEntry tooLarge(int most) {
    return new RefusedEntry(
        Entry.Reason.TOO_LARGE, "It has more than %,d bytes. Split the document.".formatted(most));
  }

  static RefusedEntry notAFile() {
    return new RefusedEntry(
        Entry.Reason.NOT_A_FILE, "It is a link or a device. Send the file itself.");
  }

  Entry.Refused at(String path) {
    return new Entry.Refused(path, reason, detail);
  }

  boolean endsTheArchive() {
    return reason == Entry.Reason.BOUND;
  }
}
