package io.confnotes.query.talk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** A talk in the words of schema.org: an event that is part of another. */
final class TalkLinkedData {

  private TalkLinkedData() {}

  /** The talk as JSON-LD, with the addresses of its pages. */
  static String of(Talk talk, UriInfo uri) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("@context", "https://schema.org")
        .put("@type", "Event")
        .put("@id", "urn:uuid:" + talk.id())
        .put("url", page(uri, "talks", talk.id().toString()))
        .put("name", talk.title());
    putIfKnown(data, "startDate", talk.date());
    if (talk.event() != null) {
      ObjectNode event =
          data.putObject("superEvent").put("@type", "Event").put("name", talk.event());
      if (talk.eventSlug() != null) {
        event.put("url", page(uri, "events", talk.eventSlug()));
      }
    }
    ArrayNode performers = data.putArray("performer");
    talk.speakers().forEach(speaker -> add(performers, speaker, uri));
    ArrayNode keywords = data.putArray("keywords");
    talk.tags().forEach(tag -> keywords.add(tag.name()));
    ArrayNode notes = data.putArray("subjectOf");
    talk.notes().forEach(of -> add(notes, of));
    return data.toString();
  }

  private static void add(ArrayNode performers, TalkSpeaker speaker, UriInfo uri) {
    ObjectNode person =
        performers
            .addObject()
            .put("@type", "Person")
            .put("name", speaker.name())
            .put("url", page(uri, "speakers", speaker.slug()));
    if (speaker.affiliation() != null) {
      person
          .putObject("affiliation")
          .put("@type", "Organization")
          .put("name", speaker.affiliation());
    }
  }

  private static void add(ArrayNode all, TalkNotes notes) {
    ObjectNode article = all.addObject().put("@type", "Article").put("name", notes.title());
    putIfKnown(article, "url", notes.sourceUrl());
    if (notes.author() != null) {
      article.putObject("author").put("@type", "Person").put("name", notes.author());
    }
    if (!notes.keyPoints().isEmpty()) {
      article.put(
          "abstract",
          String.join("\n", notes.keyPoints().stream().map(TalkNotes.KeyPoint::text).toList()));
    }
  }

  private static void putIfKnown(ObjectNode data, String name, @Nullable String value) {
    if (value != null) {
      data.put(name, value);
    }
  }

  private static String page(UriInfo uri, String list, String name) {
    return uri.getBaseUriBuilder().path(list).path("{name}").build(name).toString();
  }
}
