package io.confnotes.summary.consume;

import io.confnotes.summary.decode.Decoded;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.RecordDecoder;
import io.confnotes.summary.store.Change;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Makes of a record what it changes in the tables. One that cannot be decoded or analysed is a dead
 * letter when this returns: it may not stop its neighbours.
 */
final class Changes {
  private static final Logger LOG = Logger.getLogger(Changes.class);

  private final RecordDecoder decoder = new RecordDecoder();
  private final DeadLetters deadLetters;

  Changes(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  Change of(ConsumerRecord<byte[], byte[]> record, DocumentAnalyser analyser) {
    return switch (decoder.decode(record)) {
      case Decoded.Parsed parsed -> analysed(record, parsed, analyser);
      case Decoded.Retracted retracted ->
          new Change.Withdrawn(retracted.envelope(), retracted.documentId());
      case Decoded.Undecodable undecodable -> {
        deadLetters.keep(record, undecodable.reason());
        yield new Change.Rejected(undecodable.envelope(), undecodable.reason());
      }
    };
  }

  /** Makes a dead letter of a record whose change the database refused. */
  Change rejected(ConsumerRecord<byte[], byte[]> record, Change refused, String reason) {
    LOG.warnf(
        "a record was refused and becomes a dead letter partition=%d offset=%d reason=%s",
        record.partition(), record.offset(), reason);
    deadLetters.keep(record, reason);
    return new Change.Rejected(refused.envelope(), reason);
  }

  private Change analysed(
      ConsumerRecord<byte[], byte[]> record, Decoded.Parsed parsed, DocumentAnalyser analyser) {
    ParsedDocument document = parsed.document();
    try {
      return new Change.Revised(parsed.envelope(), analyser.analyse(document));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "analysis failed documentId=%s", document.documentId());
      deadLetters.keep(record, "analysis-failed");
      return new Change.Rejected(parsed.envelope(), "analysis-failed");
    }
  }
}
