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
   * is too common to say much. How well a tag fits the other talk is looked up for those alone that
   * share the most.
   */
  private static final String SQL =
      """
      WITH mine AS (
        SELECT 'tag' AS kind, slug, name, score AS weight FROM api.talk_tag WHERE talk_id = :id
        UNION
        SELECT 'speaker', slug, name, CAST(:speaker AS double precision) FROM api.talk_speaker WHERE talk_id = :id
      ), found AS MATERIALIZED (
        SELECT m.kind, m.slug, m.name, o.talks,
               m.weight / CASE m.kind WHEN 'tag' THEN ln(1 + cardinality(o.talks)) ELSE 1 END AS weight
          FROM mine m
         CROSS JOIN LATERAL (
           SELECT CASE m.kind
                  WHEN 'tag' THEN array(SELECT talk_id FROM api.talk_tag WHERE slug = m.slug ORDER BY talk_id LIMIT :bound)
                  ELSE array(SELECT talk_id FROM api.talk_speaker WHERE slug = m.slug ORDER BY talk_id LIMIT :bound)
                  END AS talks
           OFFSET 0) AS o
      ), weighed AS MATERIALIZED (
        SELECT kind, slug, name, weight FROM found
      ), near AS MATERIALIZED (
        SELECT talk_id FROM found CROSS JOIN LATERAL unnest(talks) AS other (talk_id)
         WHERE talk_id <> :id
         GROUP BY talk_id
         ORDER BY sum(weight) DESC, talk_id
         LIMIT :near
      ), shared AS MATERIALIZED (
        SELECT n.talk_id, w.kind, w.slug, w.name, w.weight * g.score AS score
          FROM near n
         CROSS JOIN LATERAL (SELECT slug, score FROM api.talk_tag WHERE talk_id = n.talk_id OFFSET 0) AS g
          JOIN weighed w ON w.kind = 'tag' AND w.slug = g.slug
        UNION
        SELECT n.talk_id, w.kind, w.slug, w.name, w.weight
          FROM near n
         CROSS JOIN LATERAL (SELECT slug FROM api.talk_speaker WHERE talk_id = n.talk_id OFFSET 0) AS s
          JOIN weighed w ON w.kind = 'speaker' AND w.slug = s.slug
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

  private static final int BOUND = 500;

  /** Of so many talks it is looked up how well their tags fit: more than anybody can ask for. */
  private static final int NEAR = 100;

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
        .bind("near", NEAR)
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
