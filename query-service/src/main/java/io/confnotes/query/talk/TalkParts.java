package io.confnotes.query.talk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The speakers and tags of some talks. */
public record TalkParts(Map<UUID, List<TalkSpeaker>> speakers, Map<UUID, List<TalkTag>> tags) {

  private record Of<T>(UUID talkId, T part) {}

  /** Reads those of all these talks at once. */
  public static TalkParts read(Handle handle, Collection<UUID> talkIds) {
    UUID[] ids = talkIds.toArray(UUID[]::new);
    return new TalkParts(speakers(handle, ids), tags(handle, ids));
  }

  public List<TalkSpeaker> speakersOf(UUID talkId) {
    return speakers.getOrDefault(talkId, List.of());
  }

  public List<TalkTag> tagsOf(UUID talkId) {
    return tags.getOrDefault(talkId, List.of());
  }

  private static Map<UUID, List<TalkSpeaker>> speakers(Handle handle, UUID[] ids) {
    return grouped(
        handle
            .createQuery(
                """
                SELECT talk_id, slug, name, handle, affiliation
                  FROM api.talk_speaker
                 WHERE talk_id = ANY(:ids)
                 ORDER BY talk_id, ordinal
                """)
            .bind("ids", ids)
            .map(
                (row, context) ->
                    new Of<>(
                        row.getObject("talk_id", UUID.class),
                        new TalkSpeaker(
                            row.getString("slug"),
                            row.getString("name"),
                            row.getString("handle"),
                            row.getString("affiliation"))))
            .list());
  }

  private static Map<UUID, List<TalkTag>> tags(Handle handle, UUID[] ids) {
    return grouped(
        handle
            .createQuery(
                """
                SELECT talk_id, slug, name, score
                  FROM api.talk_tag
                 WHERE talk_id = ANY(:ids)
                 ORDER BY talk_id, rank
                """)
            .bind("ids", ids)
            .map(
                (row, context) ->
                    new Of<>(
                        row.getObject("talk_id", UUID.class),
                        new TalkTag(
                            row.getString("slug"), row.getString("name"), row.getDouble("score"))))
            .list());
  }

  private static <T> Map<UUID, List<T>> grouped(List<Of<T>> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                Of::talkId, LinkedHashMap::new, Collectors.mapping(Of::part, Collectors.toList())));
  }
}
