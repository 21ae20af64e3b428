package io.confnotes.query.web.curate.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.confnotes.query.http.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is decided, as summary-service takes and tells it: of each {@code type} the members that it
 * has.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record Action(
    String type,
    @Nullable String kind,
    @Nullable String slug,
    @Nullable String name,
    @Nullable String into,
    @Nullable String tag,
    @Nullable UUID talk,
    @Nullable List<UUID> talkNotesIds,
    @Nullable String speaker,
    @Nullable List<UUID> talks,
    @Nullable String event,
    @Nullable List<UUID> documents,
    @Nullable Long curation) {

  /** A member and its value, as a form has it. */
  record Field(String name, String value) {}

  /**
   * What a form decides.
   *
   * @throws io.confnotes.query.http.ProblemException if a field is not what it has to be
   */
  static Action of(MultivaluedMap<String, String> form) {
    String type = text(form, "type");
    if (type == null) {
      throw Problem.invalidParameter("type", "is missing");
    }
    String talk = text(form, "talk");
    String curation = text(form, "curation");
    if (curation != null && !curation.matches("\\d{1,18}")) {
      throw Problem.invalidParameter("curation", "is not the number of a decision");
    }
    return new Action(
        type,
        text(form, "kind"),
        text(form, "slug"),
        text(form, "name"),
        text(form, "into"),
        text(form, "tag"),
        talk == null ? null : id("talk", talk),
        ids(form, "talkNotesIds"),
        text(form, "speaker"),
        ids(form, "talks"),
        text(form, "event"),
        ids(form, "documents"),
        curation == null ? null : Long.valueOf(curation));
  }

  private static @Nullable String text(MultivaluedMap<String, String> form, String name) {
    @Nullable String value = form.getFirst(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable List<UUID> ids(MultivaluedMap<String, String> form, String name) {
    @Nullable List<String> values = form.get(name);
    return values == null ? null : values.stream().map(value -> id(name, value)).toList();
  }

  private static UUID id(String name, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw Problem.invalidParameter(name, "is no id");
    }
  }

  /** The same as fields of a form. */
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Stream.of(
            field("type", type),
            field("kind", kind),
            field("slug", slug),
            field("name", name),
            field("into", into),
            field("tag", tag),
            field("talk", talk),
            field("speaker", speaker),
            field("event", event),
            field("curation", curation))
        .flatMap(List::stream)
        .forEach(fields::add);
    Map.of("talkNotesIds", of(talkNotesIds), "talks", of(talks), "documents", of(documents))
        .forEach((member, ids) -> ids.forEach(id -> fields.add(new Field(member, id.toString()))));
    return fields;
  }

  private static List<Field> field(String name, @Nullable Object value) {
    return value == null ? List.of() : List.of(new Field(name, value.toString()));
  }

  /** The talks that it names. */
  List<UUID> namedTalks() {
    List<UUID> named = new ArrayList<>();
    if (talk != null) {
      named.add(talk);
    }
    if (type.equals("merge-talks") && into != null) {
      named.add(id("into", into));
    }
    return named;
  }

  private static List<UUID> of(@Nullable List<UUID> ids) {
    return ids == null ? List.of() : ids;
  }

  /** How many notes, talks or documents it names. */
  int size() {
    return of(talkNotesIds).size() + of(talks).size() + of(documents).size();
  }
}
