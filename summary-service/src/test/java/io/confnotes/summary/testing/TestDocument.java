package io.confnotes.summary.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as ingest-service would publish it, written down in a few words. */
public final class TestDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String key;
  private final List<Talk> talks = new ArrayList<>();
  private @Nullable String event;
  private @Nullable String date;
  private @Nullable String author;

  private record Talk(String title, @Nullable String speaker, String notes) {}

  private TestDocument(String key) {
    this.key = key;
  }

  /** The documents of one key are revisions of one document. */
  public static TestDocument of(String key) {
    return new TestDocument(key);
  }

  public TestDocument event(String name) {
    this.event = name;
    return this;
  }

  public TestDocument date(String day) {
    this.date = day;
    return this;
  }

  public TestDocument author(String name) {
    this.author = name;
    return this;
  }

  /** Each line of the notes is a paragraph. */
  public TestDocument talk(String title, @Nullable String speaker, String notes) {
    talks.add(new Talk(title, speaker, notes));
    return this;
  }

  public UUID id() {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The record's body. */
  public byte[] body() {
    StringBuilder text = new StringBuilder();
    ArrayNode talkNodes = JSON.createArrayNode();
    String revision = revision();
    for (int i = 0; i < talks.size(); i++) {
      talkNodes.add(talk(text, i, revision));
    }
    ObjectNode document = JSON.createObjectNode();
    document.put("documentId", id().toString());
    document.put("revision", revision);
    ObjectNode metadata = document.putObject("metadata");
    put(metadata, "event", event);
    put(metadata, "date", date);
    put(metadata, "author", author);
    document.put("mediaType", "text/plain");
    document.put("readingText", text.toString());
    document.set("talks", talkNodes);
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  public String revision() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((event + date + author + talks).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode talk(StringBuilder text, int ordinal, String revision) {
    Talk talk = talks.get(ordinal);
    ObjectNode node = JSON.createObjectNode();
    int start = length(text);
    int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
    text.append(talk.title).append('\n');
    if (talk.speaker != null) {
      text.append(talk.speaker).append('\n');
    }
    ArrayNode blocks = JSON.createArrayNode();
    for (String paragraph : talk.notes.split("\n", -1)) {
      int from = length(text);
      text.append(paragraph);
      ObjectNode block = blocks.addObject().put("kind", "paragraph").put("level", 0);
      span(block, from, length(text));
      text.append('\n');
    }
    node.put(
        "talkNotesId",
        UUID.nameUUIDFromBytes((id() + revision + ordinal).getBytes(StandardCharsets.UTF_8))
            .toString());
    node.put("ordinal", ordinal);
    node.put("title", talk.title);
    ArrayNode speakers = node.putArray("speakers");
    if (talk.speaker != null) {
      speakers.addObject().put("name", talk.speaker);
    }
    node.put("line", line);
    span(node, start, length(text));
    node.put("confidence", 0.9);
    node.set("blocks", blocks);
    return node;
  }

  private static int length(StringBuilder text) {
    return text.codePointCount(0, text.length());
  }

  private static void span(ObjectNode node, int start, int end) {
    node.putObject("span").put("start", start).put("end", end);
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
