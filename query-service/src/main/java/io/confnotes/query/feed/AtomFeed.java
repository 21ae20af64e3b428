package io.confnotes.query.feed;

import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkSpeaker;
import io.confnotes.query.talk.TalkTag;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom (RFC 4287). */
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;
  private final URI base;

  private AtomFeed(XMLStreamWriter xml, URI base) {
    this.xml = xml;
    this.base = base;
  }

  /**
   * A feed as text.
   *
   * @param id stays the same for the same talks asked for
   * @param self where the feed is
   * @param base where paths of pages begin
   */
  static String of(UUID id, String title, URI self, URI base, List<FeedEntry> entries) {
    StringWriter text = new StringWriter();
    try {
      new AtomFeed(XML.createXMLStreamWriter(text), base).write(id, title, self, entries);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write(UUID id, String title, URI self, List<FeedEntry> entries)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    element("id", "urn:uuid:" + id);
    element("title", title);
    element(
        "updated",
        entries.stream()
            .map(FeedEntry::updated)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .toString());
    link("self", "application/atom+xml", self);
    for (FeedEntry entry : entries) {
      write(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(FeedEntry entry) throws XMLStreamException {
    TalkItem talk = entry.talk();
    xml.writeStartElement("entry");
    element("id", "urn:uuid:" + talk.id());
    element("title", talk.title());
    element("published", entry.published().toString());
    element("updated", entry.updated().toString());
    link("alternate", "text/html", base.resolve("/talks/" + talk.id()));
    link("related", "application/json", base.resolve("/api/v1/talks/" + talk.id()));
    for (TalkSpeaker speaker : talk.speakers()) {
      person(speaker.name());
    }
    if (talk.speakers().isEmpty()) {
      person("unknown");
    }
    for (TalkTag tag : talk.tags()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", clean(tag.slug()));
      xml.writeAttribute("label", clean(tag.name()));
    }
    element("summary", summary(entry));
    xml.writeEndElement();
  }

  private static String summary(FeedEntry entry) {
    return entry.talk().snippet() == null
        ? String.join(" … ", entry.keyPoints())
        : entry.talk().snippet().text();
  }

  /** Atom asks for an author of each entry. */
  private void person(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element("name", name);
    xml.writeEndElement();
  }

  private void link(String relation, String type, URI target) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", target.toString());
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** Without what XML 1.0 cannot have, not even escaped. */
  private static String clean(String text) {
    return text.codePoints()
        .map(point -> isAllowed(point) ? point : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= ' ' && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
