package io.confnotes.query.talk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A talk in the words of schema.org: an event that is part of another. */
public final class TalkLinkedData {

  private TalkLinkedData() {}

  /** Adds a talk to the list of those that an event is made of, in short. */
  public static void add(ArrayNode all, TalkItem talk, UriInfo uri) {
    ObjectNode data = all.addObject();
    put(data, talk.id(), talk.title(), talk.date(), uri);
    add(data.putArray("performer"), talk.speakers(), uri);
  }

  private static void put(
      ObjectNode data, UUID id, String title, @Nullable String date, UriInfo uri) {
    data.put("@type", "Event")
        .put("@id", "urn:uuid:" + id)
        .put("url", page(uri, "talks", id.toString()))
        .put("name", title);
    putIfKnown(data, "startDate", date);
  }

  private static void add(ArrayNode performers, List<TalkSpeaker> speakers, UriInfo uri) {
    speakers.forEach(speaker -> add(performers, speaker, uri));
  }

  /** The talk as JSON-LD, with the addresses of its pages. */
  static String of(Talk talk, UriInfo uri) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("@context", "https://schema.org");
    put(data, talk.id(), talk.title(), talk.date(), uri);
    if (talk.event() != null) {
      ObjectNode event =
          data.putObject("superEvent").put("@type", "Event").put("name", talk.event());
      if (talk.eventSlug() != null) {
        String address = page(uri, "events", talk.eventSlug());
        event.put("@id", address).put("url", address);
      }
    }
    add(data.putArray("performer"), talk.speakers(), uri);
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
