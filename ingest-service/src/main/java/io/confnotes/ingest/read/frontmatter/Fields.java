package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.FieldKey.About;
import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import io.confnotes.ingest.read.frontmatter.Value.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks out of front matter what it says about a talk: its title, speakers, event and date. */
final class Fields {

  private static final int DEEPEST = 4;
  private static final int MOST_SPEAKERS = 50;

  private final List<Field> speakers = new ArrayList<>();
  private final List<Field> events = new ArrayList<>();
  private @Nullable Field title;
  private @Nullable Field talkTitle;
  private @Nullable Field subtitle;
  private @Nullable Field date;
  private int dateRank;

  private Fields() {}

  /** The fields in the order of a reading text: event, date, title, subtitle, speakers. */
  static List<Field> of(List<Entry> entries) {
    Fields fields = new Fields();
    fields.take(entries, About.DOCUMENT, 0);
    return fields.inOrder();
  }

  private List<Field> inOrder() {
    List<Field> single = new ArrayList<>(events.subList(0, Math.min(1, events.size())));
    Stream.of(date, talkTitle == null ? title : talkTitle, subtitle)
        .filter(field -> field != null)
        .forEach(single::add);
    return Stream.concat(single.stream(), speakers.stream()).toList();
  }

  private void take(List<Entry> entries, About about, int depth) {
    for (Entry entry : entries) {
      String key = key(entry.key());
      if (entry.value() instanceof Value.Entries nested && !isOnlySpeaker(key)) {
        takeNested(key, nested.entries(), about, depth + 1);
      } else {
        takeValue(key, entry.value(), about, depth);
      }
    }
  }

  /** The part of a dotted key that says what the value is. */
  private static String key(String key) {
    int dot = key.lastIndexOf('.');
    boolean grouped = dot > 0 && FieldKey.isGroup(FieldKey.normal(key.substring(0, dot)));
    return FieldKey.normal(grouped ? key.substring(dot + 1) : key);
  }

  private static boolean isOnlySpeaker(String key) {
    return FieldKey.isSpeaker(key) && !FieldKey.isTalk(key);
  }

  private void takeNested(String key, List<Entry> entries, About about, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (FieldKey.isEvent(key, about)) {
      take(entries, About.EVENT, depth);
    } else if (FieldKey.isTalk(key)) {
      take(entries, About.TALK, depth);
    } else if (FieldKey.isGroup(key)) {
      take(entries, about, depth);
    }
  }

  private void takeValue(String key, Value value, About about, int depth) {
    if (FieldKey.isSpeaker(key)) {
      addSpeakers(value);
    } else if (FieldKey.isEvent(key, about)) {
      addEvents(value, depth);
    } else if (FieldKey.dateRank(key, about) > dateRank) {
      Field found = FieldDate.of(value);
      date = found == null ? date : found;
      dateRank = found == null ? dateRank : FieldKey.dateRank(key, about);
    } else if (FieldKey.isTalkTitle(key, about)) {
      talkTitle = talkTitle == null ? FieldText.of(FrontMatter.TITLE, value) : talkTitle;
    } else if (FieldKey.isTitle(key, about)) {
      title = title == null ? FieldText.of(FrontMatter.TITLE, value) : title;
    } else if (key.equals(FrontMatter.SUBTITLE)) {
      subtitle = subtitle == null ? FieldText.of(FrontMatter.SUBTITLE, value) : subtitle;
    }
  }

  private void addEvents(Value value, int depth) {
    if (value instanceof Value.Items items) {
      for (Value item : items.values()) {
        if (item instanceof Value.Entries nested && depth < DEEPEST) {
          take(nested.entries(), About.EVENT, depth + 1);
        } else {
          add(events, FieldText.of(FrontMatter.EVENT, item));
        }
      }
    } else {
      add(events, FieldText.of(FrontMatter.EVENT, value));
    }
  }

  private void addSpeakers(Value value) {
    for (Field speaker : FieldPerson.of(value)) {
      boolean known = speakers.stream().anyMatch(other -> other.value().equals(speaker.value()));
      if (!known && speakers.size() < MOST_SPEAKERS) {
        speakers.add(speaker);
      }
    }
  }

  private static void add(List<Field> fields, @Nullable Field field) {
    if (field != null) {
      fields.add(field);
    }
  }
}
