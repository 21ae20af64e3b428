package io.confnotes.summary.decode;

import java.util.UUID;

/** What a record of the log turned out to be. */
public sealed interface Decoded {
  Envelope envelope();

  /** A revision of a document. */
  record Parsed(Envelope envelope, ParsedDocument document) implements Decoded {}

  /** A document was withdrawn. */
  record Retracted(Envelope envelope, UUID documentId) implements Decoded {}

  /**
   * A record that does not keep the contract.
   *
   * @param reason a code, never a piece of the record
   */
  record Undecodable(Envelope envelope, String reason) implements Decoded {}
}
