package io.confnotes.summary.consume;

import io.confnotes.summary.analyse.Analyser;
import io.confnotes.summary.analyse.Analysis;
import io.confnotes.summary.analyse.TalkText;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.decode.Decoded;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.RecordDecoder;
import io.confnotes.summary.store.Change;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Makes of a record what it changes in the tables. One that cannot be decoded or analysed is a dead
 * letter when this returns: it may not stop its neighbours.
 */
final class Changes {
  private static final Logger LOG = Logger.getLogger(Changes.class);

  private final RecordDecoder decoder = new RecordDecoder();
  private final Analyser analyser = new Analyser(Vocabulary.seed());
  private final DeadLetters deadLetters;

  Changes(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  Change of(ConsumerRecord<byte[], byte[]> record) {
    return switch (decoder.decode(record)) {
      case Decoded.Parsed parsed -> analysed(record, parsed);
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

  private Change analysed(ConsumerRecord<byte[], byte[]> record, Decoded.Parsed parsed) {
    ParsedDocument document = parsed.document();
    try {
      List<Analysis> analyses =
          document.talks().stream().map(talk -> analyser.analyse(text(document, talk))).toList();
      return new Change.Revised(parsed.envelope(), document, analyses);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "analysis failed documentId=%s", document.documentId());
      deadLetters.keep(record, "analysis-failed");
      return new Change.Rejected(parsed.envelope(), "analysis-failed");
    }
  }

  private static TalkText text(ParsedDocument document, ParsedDocument.ParsedTalk talk) {
    return new TalkText(
        talk.title(),
        talk.speakers().stream().map(ParsedDocument.Speaker::displayName).toList(),
        document.event(),
        document.readingText(),
        talk.analysedBlocks());
  }
}
