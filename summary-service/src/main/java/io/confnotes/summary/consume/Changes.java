package io.confnotes.summary.consume;

import io.confnotes.summary.decode.Decoded;
import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.RecordDecoder;
import io.confnotes.summary.store.Change;
import io.confnotes.summary.store.Change.Letter;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Makes of a record what it changes in the tables. One that cannot be decoded or analysed is a dead
 * letter when this returns: it may not stop its neighbours.
 */
public final class Changes {
  private static final Logger LOG = Logger.getLogger(Changes.class);

  private final RecordDecoder decoder = new RecordDecoder();
  private final Keeper keeper;

  /** Keeps what cannot be applied. */
  public interface Keeper {
    /**
     * Returns where a record is kept.
     *
     * @param reason a code, never a piece of the record
     */
    Letter keep(ConsumerRecord<byte[], byte[]> record, String reason);
  }

  public Changes(Keeper keeper) {
    this.keeper = keeper;
  }

  /** What a record changes; {@link Change.Rejected} where it is kept as a dead letter instead. */
  public Change of(ConsumerRecord<byte[], byte[]> record, DocumentAnalyser analyser) {
    return switch (decoder.decode(record)) {
      case Decoded.Parsed parsed -> analysed(record, parsed, analyser);
      case Decoded.Retracted retracted ->
          new Change.Withdrawn(retracted.envelope(), retracted.documentId());
      case Decoded.Undecodable undecodable ->
          rejected(record, undecodable.envelope(), undecodable.reason());
    };
  }

  /** Makes a dead letter of a record whose change the database refused. */
  public Change rejected(ConsumerRecord<byte[], byte[]> record, Change refused, String reason) {
    LOG.warnf(
        "a record was refused and becomes a dead letter partition=%d offset=%d reason=%s",
        record.partition(), record.offset(), reason);
    return rejected(record, refused.envelope(), reason);
  }

  private Change analysed(
      ConsumerRecord<byte[], byte[]> record, Decoded.Parsed parsed, DocumentAnalyser analyser) {
    ParsedDocument document = parsed.document();
    try {
      return new Change.Revised(parsed.envelope(), analyser.analyse(document));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "analysis failed documentId=%s", document.documentId());
      return rejected(record, parsed.envelope(), "analysis-failed");
    }
  }

  private Change rejected(ConsumerRecord<byte[], byte[]> record, Envelope envelope, String reason) {
    return new Change.Rejected(envelope, reason, keeper.keep(record, reason));
  }
}
