package io.confnotes.summary.store.talk;

import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The rows that talks have of all their authors' notes together. They are a function of the talk
 * notes in the tables and of what curators decided: the earliest document names the talk, every
 * author adds speakers and tags, and all of them are called by their canonical names.
 */
public final class TalkRows {
  /** The most tags a talk has. */
  private static final int MAX_TAGS = 10;

  /** No statement may take long. */
  private static final int AT_A_TIME = 200;

  /** Locks are few, whatever the number of talks: each stands for the talks that hash to it. */
  private static final int LOCKS = 1024;

  /** Keeps these advisory locks apart from those of others. */
  private static final int LOCK_CLASS = 0x7A1C;

  private TalkRows() {}

  /** Makes the rows of these talks anew, and lets readers know that they changed. */
  public static void refresh(Handle handle, Collection<UUID> talkIds) {
    if (!talkIds.isEmpty()) {
      remake(handle, talkIds);
      TalkChanges.record(handle, talkIds.toArray(UUID[]::new));
    }
  }

  /** Makes the rows of these talks anew; of many, some at a time. */
  public static void remake(Handle handle, Collection<UUID> talkIds) {
    if (talkIds.isEmpty()) {
      return;
    }
    UUID[] all = talkIds.toArray(UUID[]::new);
    lock(handle, all);
    TalkCounts counts = TalkCounts.of(handle, all);
    Pieces.of(all, AT_A_TIME).forEach(some -> refresh(handle, some));
    counts.update(handle);
  }

  /** Makes the tags of all talks anew. */
  public static void refreshTags(Handle handle) {
    UUID[] all =
        handle
            .createQuery("SELECT talk_id FROM derived.talk ORDER BY talk_id")
            .mapTo(UUID.class)
            .list()
            .toArray(UUID[]::new);
    for (UUID[] some : Pieces.of(all, AT_A_TIME)) {
      TalkCounts counts = TalkCounts.of(handle, some);
      refreshTags(handle, some);
      counts.update(handle);
    }
  }

  private static void refresh(Handle handle, UUID[] ids) {
    update(
        handle,
        ids,
        """
        DELETE FROM derived.talk t
         WHERE t.talk_id = ANY(:ids)
           AND NOT EXISTS (SELECT FROM derived.talk_notes n WHERE n.talk_id = t.talk_id)
        """);
    talks(handle, ids);
    update(handle, ids, "DELETE FROM derived.talk_speaker WHERE talk_id = ANY(:ids)");
    speakers(handle, ids);
    refreshTags(handle, ids);
  }

  private static void refreshTags(Handle handle, UUID[] ids) {
    update(handle, ids, "DELETE FROM derived.talk_tag WHERE talk_id = ANY(:ids)");
    tags(handle, ids);
    found(handle, ids);
  }

  /**
   * Two replicas can hold notes of one talk, in documents of different partitions. The one that
   * comes second waits here, and then sees the other's notes. All take their locks in the same
   * order.
   */
  private static void lock(Handle handle, UUID[] ids) {
    handle
        .createQuery(
            """
            SELECT count(pg_advisory_xact_lock(:class, key))
              FROM (SELECT DISTINCT abs(hashtextextended(id::text, 0) % :locks)::integer AS key
                      FROM unnest(CAST(:ids AS uuid[])) AS id
                     ORDER BY key) AS keys
            """)
        .bind("class", LOCK_CLASS)
        .bind("locks", LOCKS)
        .bind("ids", ids)
        .mapTo(long.class)
        .one();
  }

  private static void talks(Handle handle, UUID[] ids) {
    update(
        handle,
        ids,
        """
        INSERT INTO derived.talk (talk_id, title, event, event_slug, date, date_start, date_end, document_id, ordinal)
        SELECT DISTINCT ON (n.talk_id)
               n.talk_id, n.title,
               first_value(e.name) OVER by_event, first_value(e.slug) OVER by_event,
               first_value(d.date) OVER by_date, first_value(d.date_start) OVER by_date,
               first_value(d.date_end) OVER by_date,
               n.document_id, n.ordinal
          FROM derived.talk_notes n
          JOIN derived.document d USING (document_id)
          JOIN derived.document_head h USING (document_id)
          LEFT JOIN recorded.event_assignment g USING (document_id)
          LEFT JOIN recorded.alias a ON a.kind = 'event' AND a.slug = coalesce(g.event, d.event_slug)
          LEFT JOIN recorded.canonical c
                 ON c.kind = 'event' AND c.slug = coalesce(a.canonical, g.event, d.event_slug)
         CROSS JOIN LATERAL (SELECT coalesce(c.name, d.event) AS name,
                                    coalesce(c.slug, d.event_slug) AS slug) AS e
         WHERE n.talk_id = ANY(:ids)
        WINDOW by_event AS (PARTITION BY n.talk_id
                            ORDER BY e.slug IS NULL, h.first_submitted_at, n.document_id, n.ordinal),
               by_date AS (PARTITION BY n.talk_id
                           ORDER BY d.date IS NULL, h.first_submitted_at, n.document_id, n.ordinal)
         ORDER BY n.talk_id, h.first_submitted_at, n.document_id, n.ordinal
            ON CONFLICT (talk_id) DO UPDATE
           SET title = excluded.title, event = excluded.event, event_slug = excluded.event_slug,
               date = excluded.date, date_start = excluded.date_start, date_end = excluded.date_end,
               document_id = excluded.document_id, ordinal = excluded.ordinal
        """);
  }

  /** Notes are found by the day of their talk, and by what it is named after. */
  private static void found(Handle handle, UUID[] ids) {
    update(
        handle,
        ids,
        """
        UPDATE derived.talk_notes n SET day = own.day, names = own.names
          FROM (SELECT talk_id, date_start, k.names
                  FROM derived.talk JOIN derived.talk_names k USING (talk_id)
                 WHERE talk_id = ANY(:ids)
                OFFSET 0) AS t
         CROSS JOIN derived.document d
         CROSS JOIN LATERAL (SELECT coalesce(t.date_start, CAST(d.submitted_at AT TIME ZONE 'UTC' AS date)) AS day,
                                    t.names) AS own
         WHERE n.talk_id = t.talk_id AND d.document_id = n.document_id
           AND (n.day, n.names) IS DISTINCT FROM (own.day, own.names)
        """);
  }

  private static void speakers(Handle handle, UUID[] ids) {
    update(
        handle,
        ids,
        """
        INSERT INTO derived.talk_speaker (talk_id, ordinal, slug, name, handle, affiliation)
        SELECT talk_id, row_number() OVER (PARTITION BY talk_id ORDER BY place) - 1, slug, name, handle, affiliation
          FROM (SELECT DISTINCT ON (talk_id, slug) talk_id, slug, name, handle, affiliation, place
                  FROM (SELECT n.talk_id, coalesce(c.slug, s.slug) AS slug, coalesce(c.name, s.name) AS name,
                               s.handle, s.affiliation,
                               row_number() OVER (PARTITION BY n.talk_id
                                 ORDER BY h.first_submitted_at, n.document_id, n.ordinal, s.ordinal) AS place
                          FROM derived.talk_notes n
                          JOIN derived.document_head h USING (document_id)
                          JOIN derived.talk_notes_speaker s USING (talk_notes_id)
                          LEFT JOIN recorded.talk_assignment t USING (talk_notes_id)
                          LEFT JOIN recorded.speaker_assignment g ON g.talk_id = t.talk_id AND g.slug = s.slug
                          LEFT JOIN recorded.alias a ON a.kind = 'speaker' AND a.slug = coalesce(g.speaker, s.slug)
                          LEFT JOIN recorded.canonical c
                                 ON c.kind = 'speaker' AND c.slug = coalesce(a.canonical, g.speaker, s.slug)
                         WHERE n.talk_id = ANY(:ids)) AS mentions
                 ORDER BY talk_id, slug, place) AS speakers
        """);
  }

  private static void tags(Handle handle, UUID[] ids) {
    handle
        .createUpdate(
            """
            INSERT INTO derived.talk_tag (talk_id, rank, slug, name, score)
            SELECT talk_id, rank, slug, name, score
              FROM (SELECT talk_id, slug, name, score,
                           row_number() OVER (PARTITION BY talk_id ORDER BY score DESC, slug COLLATE "C") AS rank
                      FROM (SELECT DISTINCT ON (n.talk_id, k.slug) n.talk_id, k.slug, k.name, g.score
                              FROM derived.talk_notes n
                              JOIN derived.talk_notes_tag g USING (talk_notes_id)
                              LEFT JOIN recorded.alias a ON a.kind = 'tag' AND a.slug = g.slug
                              LEFT JOIN recorded.canonical c
                                     ON c.kind = 'tag' AND c.slug = coalesce(a.canonical, g.slug)
                             CROSS JOIN LATERAL (SELECT coalesce(c.slug, g.slug) AS slug,
                                                        coalesce(c.name, g.name) AS name) AS k
                             WHERE n.talk_id = ANY(:ids) AND c.hidden IS NOT TRUE
                             ORDER BY n.talk_id, k.slug, g.score DESC, k.name COLLATE "C") AS best) AS ranked
             WHERE rank <= :most
            """)
        .bind("ids", ids)
        .bind("most", MAX_TAGS)
        .execute();
  }

  private static void update(Handle handle, UUID[] ids, String sql) {
    handle.createUpdate(sql).bind("ids", ids).execute();
  }
}
