package io.confnotes.query.web.curate.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.database.Database;
import io.confnotes.query.forward.Summary;
import io.confnotes.query.web.PageText;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decisions that summary-service keeps. */
@Singleton
public final class Decisions {

  private static final String PATH = "/api/v1/curations";

  private final Summary summary;
  private final Database database;
  private final ObjectMapper mapper;

  Decisions(Summary summary, Database database, ObjectMapper mapper) {
    this.summary = summary;
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * A line of the history.
   *
   * @param text what was decided
   */
  public record Entry(
      long id,
      Instant curatedAt,
      String curator,
      String text,
      long talks,
      @Nullable Long undoneBy) {}

  /**
   * Some of the history, the newest first.
   *
   * @param next the cursor of what comes after it; null at its end
   */
  public record History(List<Entry> entries, @Nullable String next) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Listed(List<Decision> items, @Nullable String next) {}

  /**
   * Some of the history.
   *
   * @throws io.confnotes.query.http.ProblemException if summary-service refuses, or does not answer
   */
  public History list(@Nullable String cursor, int limit) {
    String path =
        "%s?limit=%d".formatted(PATH, limit)
            + (cursor == null ? "" : "&cursor=" + PageText.encoded(cursor));
    Listed listed = summary.get(path, Listed.class);
    Map<UUID, String> titles =
        titles(listed.items().stream().flatMap(of -> of.namedTalks().stream()));
    return new History(
        listed.items().stream()
            .map(
                of ->
                    new Entry(
                        of.id(),
                        of.curatedAt(),
                        of.curator(),
                        Wording.past(of.action(), titles),
                        of.talks(),
                        of.undoneBy()))
            .toList(),
        listed.next());
  }

  Decision get(long id) {
    return summary.get(PATH + "/" + id, Decision.class);
  }

  DecisionPreview preview(Action action) {
    return summary.post(PATH + "/preview", json("", action), DecisionPreview.class);
  }

  Decision decide(String curator, Action action) {
    return summary.post(PATH, json(curator, action), Decision.class);
  }

  private byte[] json(String curator, Action action) {
    try {
      return mapper.writeValueAsBytes(
          Map.of("curator", curator.isBlank() ? "anonymous" : curator, "action", action));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can be written", e);
    }
  }

  /** The titles that talks have, of those that are there. */
  Map<UUID, String> titles(Stream<UUID> talks) {
    UUID[] ids = talks.distinct().toArray(UUID[]::new);
    if (ids.length == 0) {
      return Map.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery("SELECT talk_id, title FROM api.talk WHERE talk_id = ANY(:ids)")
                .bind("ids", ids)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
