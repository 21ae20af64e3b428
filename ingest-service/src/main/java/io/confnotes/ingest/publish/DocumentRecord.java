package io.confnotes.ingest.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.TalkNotes;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The bodies of records, as the schemas in {@code ingest-service/contract} have them. */
final class DocumentRecord {
  private static final ObjectWriter JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL).writer();

  private DocumentRecord() {}

  private record Parsed(
      UUID documentId,
      String revision,
      Metadata metadata,
      @Nullable String event,
      @Nullable String date,
      String mediaType,
      @Nullable String source,
      String readingText,
      @Nullable List<Correction> corrections,
      List<Talk> talks) {}

  private record Talk(
      UUID talkNotesId,
      int ordinal,
      String title,
      List<Speaker> speakers,
      int line,
      Span span,
      double confidence,
      @Nullable String date,
      String language,
      List<BlockOfTalk> blocks) {}

  private record BlockOfTalk(String kind, int level, Span span) {}

  private record Retracted(UUID documentId) {}

  static byte[] parsed(Document document) {
    String text = document.reading().text();
    return bytes(
        new Parsed(
            document.documentId(),
            document.revision(),
            document.metadata(),
            document.event(),
            document.date(),
            document.reading().format().mediaType(),
            text.equals(document.source()) ? null : document.source(),
            text,
            document.corrections().isEmpty() ? null : document.corrections(),
            IntStream.range(0, document.talks().size()).mapToObj(i -> talk(document, i)).toList()));
  }

  static byte[] retracted(UUID documentId) {
    return bytes(new Retracted(documentId));
  }

  private static Talk talk(Document document, int ordinal) {
    TalkNotes talk = document.talks().get(ordinal);
    return new Talk(
        document.talkNotesId(ordinal),
        ordinal,
        talk.title(),
        talk.speakers(),
        talk.line(),
        talk.span(),
        talk.confidence(),
        document.context().dayOf(talk.span()),
        document.languages().get(ordinal),
        talk.blocks().stream().map(DocumentRecord::block).toList());
  }

  private static BlockOfTalk block(Block block) {
    return new BlockOfTalk(block.kind().spelling(), block.level(), block.span());
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings and numbers can be written", e);
    }
  }
}
