package io.confnotes.query.web.curate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.confnotes.query.database.Database;
import io.confnotes.query.event.EventStore;
import io.confnotes.query.forward.Summary;
import io.confnotes.query.http.ProblemException;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.speaker.SpeakerStore;
import io.confnotes.query.tag.TagStore;
import io.confnotes.query.web.PageText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds names by what somebody types: those of talks, and of tags also those of the vocabulary. */
@Singleton
final class Names {

  private static final int MOST = 20;
  private static final int OTHERS = 200;

  private final TagStore tags;
  private final SpeakerStore speakers;
  private final EventStore events;
  private final Summary summary;
  private final Database database;

  Names(
      TagStore tags, SpeakerStore speakers, EventStore events, Summary summary, Database database) {
    this.tags = tags;
    this.speakers = speakers;
    this.events = events;
    this.summary = summary;
    this.database = database;
  }

  /** A tag of the vocabulary, as summary-service tells it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Term(String slug, String name, List<OtherName> aliases, boolean hidden) {}

  /** Another name of something. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OtherName(String slug, String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Terms(List<Term> items) {}

  /**
   * Those that a word of which begins so, that are spelt alike, and of tags also those that have it
   * in another name; at most {@value #MOST} of each. Without anything typed, those of most talks.
   */
  List<Name> find(Kind kind, String typed) {
    Map<String, Name> found = new LinkedHashMap<>();
    list(kind, typed).forEach(name -> found.putIfAbsent(name.slug(), name));
    if (!typed.isEmpty()) {
      if (kind == Kind.TAG) {
        terms("q=" + PageText.encoded(typed)).stream()
            .map(term -> name(term, typed))
            .forEach(name -> found.putIfAbsent(name.slug(), name));
      }
      alike(kind, typed, "").forEach(name -> found.putIfAbsent(name.slug(), name));
    }
    return List.copyOf(found.values());
  }

  /** Tags that are not shown. */
  List<Name> hidden() {
    return terms("hidden=true").stream().map(term -> name(term, "")).toList();
  }

  private List<Name> list(Kind kind, String typed) {
    NameQuery query = NameQuery.beginningWith(typed);
    return switch (kind) {
      case TAG ->
          query.page("tags", null, MOST, tags::list).items().stream()
              .map(tag -> Name.of(tag.slug(), tag.name(), tag.talks()))
              .toList();
      case SPEAKER ->
          query.page("speakers", null, MOST, speakers::list).items().stream()
              .map(speaker -> Name.of(speaker.slug(), speaker.name(), speaker.talks()))
              .toList();
      case EVENT ->
          query.page("events", null, MOST, events::list).items().stream()
              .map(event -> Name.of(event.slug(), event.name(), event.talks()))
              .toList();
    };
  }

  private List<Term> terms(String query) {
    return summary
        .get("/api/v1/vocabulary?limit=%d&%s".formatted(MOST, query), Terms.class)
        .items();
  }

  private Name name(Term term, String typed) {
    String part = typed.toLowerCase(Locale.ROOT);
    boolean own = term.slug().contains(part) || term.name().toLowerCase(Locale.ROOT).contains(part);
    @Nullable String because =
        own
            ? null
            : term.aliases().stream()
                .map(OtherName::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .findFirst()
                .orElse(null);
    return new Name(term.slug(), term.name(), talks(term.slug()), term.hidden(), because);
  }

  private long talks(String slug) {
    return tags.find(slug).map(tag -> tag.talks()).orElse(0L);
  }

  /** Names that are spelt alike, the likest first. */
  List<Name> alike(Kind kind, String name, String except) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT slug, name, talks
                      FROM api.term
                     WHERE kind = :kind AND slug <> :except AND api.plain(:name) <% plain
                     ORDER BY word_similarity(api.plain(:name), plain) DESC, talks DESC, slug COLLATE "C"
                     LIMIT :most
                    """)
                .bind("kind", kind.word())
                .bind("name", name)
                .bind("except", except)
                .bind("most", MOST / 2)
                .map((row, context) -> Name.of(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
  }

  /** One of them, hidden ones and those without talks included. */
  Optional<Name> get(Kind kind, String slug) {
    return switch (kind) {
      case TAG ->
          tags.find(slug)
              .map(tag -> Name.of(tag.slug(), tag.name(), tag.talks()))
              .or(() -> term(slug).map(term -> name(term, "")));
      case SPEAKER ->
          speakers
              .find(slug)
              .map(speaker -> Name.of(speaker.slug(), speaker.name(), speaker.talks()));
      case EVENT ->
          events.find(slug).map(event -> Name.of(event.slug(), event.name(), event.talks()));
    };
  }

  private Optional<Term> term(String slug) {
    try {
      return Optional.of(summary.get("/api/v1/vocabulary/" + PageText.encoded(slug), Term.class));
    } catch (ProblemException e) {
      if (e.problem().status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What else leads to it: of tags with their names, else by the slug alone. */
  List<OtherName> others(Kind kind, String slug) {
    Map<String, OtherName> others = new LinkedHashMap<>();
    if (kind == Kind.TAG) {
      term(slug).ifPresent(term -> term.aliases().forEach(of -> others.put(of.slug(), of)));
    }
    List<OtherName> all = new ArrayList<>();
    for (String other : redirects(kind, slug)) {
      all.add(others.getOrDefault(other, new OtherName(other, other)));
    }
    return all;
  }

  private List<String> redirects(Kind kind, String slug) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT slug FROM api.%s_redirect WHERE target_slug = :slug
                     ORDER BY slug COLLATE "C" LIMIT :most
                    """
                        .formatted(kind.word()))
                .bind("slug", slug)
                .bind("most", OTHERS)
                .mapTo(String.class)
                .list());
  }
}
