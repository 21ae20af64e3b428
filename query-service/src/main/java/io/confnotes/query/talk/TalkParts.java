package io.confnotes.query.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The speakers and tags of some talks. */
public record TalkParts(Map<UUID, List<TalkSpeaker>> speakers, Map<UUID, List<TalkTag>> tags) {

  /** One statement, as every page of talks waits for it. */
  private static final String SQL =
      """
      SELECT talk_id, ordinal AS place, slug, name, handle, affiliation, NULL AS score
        FROM api.talk_speaker WHERE talk_id = ANY(:ids)
      UNION ALL
      SELECT talk_id, rank, slug, name, NULL, NULL, score
        FROM api.talk_tag WHERE talk_id = ANY(:ids)
       ORDER BY place
      """;

  /** A speaker or a tag. */
  private record Of(UUID talkId, Object part) {}

  /** Reads those of all these talks at once. */
  public static TalkParts read(Handle handle, Collection<UUID> talkIds) {
    List<Of> parts =
        handle
            .createQuery(SQL)
            .bind("ids", talkIds.toArray(UUID[]::new))
            .map((row, context) -> new Of(row.getObject("talk_id", UUID.class), part(row)))
            .list();
    return new TalkParts(grouped(parts, TalkSpeaker.class), grouped(parts, TalkTag.class));
  }

  public List<TalkSpeaker> speakersOf(UUID talkId) {
    return speakers.getOrDefault(talkId, List.of());
  }

  public List<TalkTag> tagsOf(UUID talkId) {
    return tags.getOrDefault(talkId, List.of());
  }

  private static Object part(ResultSet row) throws SQLException {
    String slug = row.getString("slug");
    String name = row.getString("name");
    double score = row.getDouble("score");
    return row.wasNull()
        ? new TalkSpeaker(slug, name, row.getString("handle"), row.getString("affiliation"))
        : new TalkTag(slug, name, score);
  }

  private static <T> Map<UUID, List<T>> grouped(List<Of> parts, Class<T> kind) {
    return parts.stream()
        .filter(of -> kind.isInstance(of.part))
        .collect(
            Collectors.groupingBy(
                Of::talkId, Collectors.mapping(of -> kind.cast(of.part), Collectors.toList())));
  }
}
