package io.confnotes.query.related;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.database.Database;
import io.confnotes.query.related.RelatedTalk.Shared;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds talks that have to do with a talk. */
@Singleton
public final class RelatedStore {

  /**
   * Two talks have to do with each other by the tags they share, the more the rarer those are
   * (inverse document frequency, Spärck Jones 1972) and the better they fit both, and by their
   * speakers. Of each tag and speaker a bounded number of talks is looked at; a tag that has more
   * is too common to say much.
   */
  private static final String SQL =
      """
      WITH mine AS (
        SELECT 'tag' AS kind, slug, name, score AS weight FROM api.talk_tag WHERE talk_id = :id
        UNION ALL
        SELECT 'speaker', slug, name, 1 FROM api.talk_speaker WHERE talk_id = :id
      ), other AS (
        SELECT m.kind, m.slug, m.name, m.weight, o.talk_id, o.weight AS other_weight,
               count(*) OVER (PARTITION BY m.kind, m.slug) AS talks
          FROM mine m
         CROSS JOIN LATERAL (
                (SELECT g.talk_id, g.score AS weight FROM api.talk_tag g
                  WHERE m.kind = 'tag' AND g.slug = m.slug ORDER BY g.talk_id LIMIT :bound)
                UNION ALL
                (SELECT s.talk_id, 1 FROM api.talk_speaker s
                  WHERE m.kind = 'speaker' AND s.slug = m.slug ORDER BY s.talk_id LIMIT :bound)
              ) AS o
      ), shared AS (
        SELECT DISTINCT ON (talk_id, kind, slug) talk_id, kind, slug, name,
               CASE kind WHEN 'tag' THEN weight * other_weight / ln(1 + talks) ELSE CAST(:speaker AS double precision) END AS score
          FROM other
         WHERE talk_id <> :id
      ), best AS (
        SELECT talk_id, sum(score ORDER BY score, kind, slug) AS total
          FROM shared
         GROUP BY talk_id
         ORDER BY total DESC, talk_id
         LIMIT :limit
      )
      SELECT talk_id, total AS score,
             jsonb_agg(jsonb_build_object('kind', kind, 'slug', slug, 'name', name)
                       ORDER BY score DESC, kind, slug COLLATE "C") AS reasons
        FROM best
        JOIN shared USING (talk_id)
       GROUP BY talk_id, total
      """;

  private static final int BOUND = 1_000;

  /** What a shared speaker counts, where the best tag of two talks that only they have is 1.44. */
  private static final double SPEAKER = 0.3;

  private static final Comparator<RelatedTalk> FIRST =
      Comparator.comparingDouble(RelatedTalk::score)
          .reversed()
          .thenComparing(related -> related.talk().id());

  private record Found(UUID id, double score, List<Shared> reasons) {
    RelatedTalk with(TalkItem talk) {
      return new RelatedTalk(talk, score, reasons);
    }
  }

  private final Database database;
  private final ObjectMapper mapper;

  RelatedStore(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** At most {@code limit} talks, those that have most to do with it first; none for no talk. */
  public List<RelatedTalk> of(UUID talkId, int limit) {
    return database.read(
        handle -> {
          Map<UUID, Found> found =
              found(handle, talkId, limit).stream()
                  .collect(Collectors.toMap(Found::id, Function.identity()));
          return TalkStore.items(handle, found.keySet()).stream()
              .flatMap(
                  talk ->
                      Optional.ofNullable(found.get(talk.id())).map(of -> of.with(talk)).stream())
              .sorted(FIRST)
              .toList();
        });
  }

  private List<Found> found(Handle handle, UUID talkId, int limit) {
    return handle
        .createQuery(SQL)
        .bind("id", talkId)
        .bind("bound", BOUND)
        .bind("speaker", SPEAKER)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Found(
                    row.getObject("talk_id", UUID.class),
                    row.getDouble("score"),
                    reasons(row.getString("reasons"))))
        .list();
  }

  private List<Shared> reasons(String json) {
    try {
      return List.of(mapper.readValue(json, Shared[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Rows are not as the query says", e);
    }
  }
}
