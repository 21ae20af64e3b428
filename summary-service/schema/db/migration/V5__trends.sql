-- Lists of documents and submissions, in the order of time, and what trends are read from. It only adds.

-- ---- Lists: each order has an index, with the id to make it total

CREATE INDEX talk_by_oldest ON derived.talk (coalesce(date_start, 'infinity'), document_id, ordinal, talk_id);
CREATE INDEX talk_by_newest ON derived.talk (coalesce(date_start, '-infinity') DESC, document_id, ordinal, talk_id);

CREATE INDEX document_by_submitted_at ON derived.document (submitted_at, document_id);
CREATE INDEX document_by_source_url ON derived.document USING hash (source_url);

CREATE INDEX revision_of_retractions ON recorded.revision (submitted_at, document_id) WHERE revision IS NULL;

CREATE INDEX submission_by_processed_at ON recorded.submission (processed_at, submission_id);
CREATE INDEX submission_by_state ON recorded.submission (state, processed_at, submission_id);

-- What is known of a document that was retracted, with the columns of api.document
CREATE VIEW api.retracted_document AS
  SELECT document_id, CAST(NULL AS text) AS revision, r.submission_id, r.submitted_at, CAST(NULL AS text) AS media_type,
         CAST(NULL AS text) AS event, CAST(NULL AS text) AS event_slug, CAST(NULL AS text) AS date,
         CAST(NULL AS date) AS date_start, CAST(NULL AS date) AS date_end, CAST(NULL AS text) AS author,
         CAST(NULL AS text) AS source_url, CAST(NULL AS text) AS document_key, CAST(NULL AS text) AS reading_text
    FROM recorded.revision r
    JOIN derived.document_head h USING (document_id, log_offset)
   WHERE r.revision IS NULL AND h.revision IS NULL;

-- The event of each document as curators call it, in a form that finds the documents of an event by index
CREATE VIEW api.document_event AS
  SELECT d.document_id, d.event_slug
    FROM derived.document d
   WHERE d.event_slug IS NOT NULL
     AND NOT EXISTS (SELECT FROM recorded.event_assignment e WHERE e.document_id = d.document_id)
     AND NOT EXISTS (SELECT FROM recorded.alias a WHERE a.kind = 'event' AND a.slug = d.event_slug)
  UNION ALL
  SELECT d.document_id, a.canonical
    FROM recorded.alias a
    JOIN derived.document d ON d.event_slug = a.slug
   WHERE a.kind = 'event'
     AND NOT EXISTS (SELECT FROM recorded.event_assignment e WHERE e.document_id = d.document_id)
  UNION ALL
  SELECT e.document_id, coalesce(a.canonical, e.event)
    FROM recorded.event_assignment e
    JOIN derived.document d USING (document_id)
    LEFT JOIN recorded.alias a ON a.kind = 'event' AND a.slug = e.event;

-- ---- Trends: how many talks there are of each tag and time, counted when talks are stored

-- What each talk adds to the counts: of each of its tags and of all talks (no tag, ''), for all times (''), its year and its
-- month ('2018', '2018-01'), as far as they are known. The tags are looked up talk by talk, as few talks are asked for at once.
CREATE VIEW derived.counted_talk AS
  SELECT t.talk_id, g.tag, p.period
    FROM derived.talk t
   CROSS JOIN LATERAL (VALUES
           (''),
           (CASE WHEN date_part('year', t.date_start) = date_part('year', t.date_end) THEN to_char(t.date_start, 'FMYYYY') END),
           (CASE WHEN date_part('year', t.date_start) = date_part('year', t.date_end)
                  AND date_part('month', t.date_start) = date_part('month', t.date_end) THEN to_char(t.date_start, 'FMYYYY-MM') END)
         ) AS p (period)
   CROSS JOIN LATERAL (SELECT '' AS tag UNION ALL SELECT s.slug FROM derived.talk_tag s WHERE s.talk_id = t.talk_id) AS g
   WHERE p.period IS NOT NULL;

CREATE TABLE derived.talk_count (
  tag    text    NOT NULL, -- a slug; '' for all talks
  period text COLLATE "C" NOT NULL, -- '' for all times
  talks  integer NOT NULL, -- never 0
  CONSTRAINT talk_count_pk PRIMARY KEY (tag, period)
);

INSERT INTO derived.talk_count (tag, period, talks)
  SELECT tag, period, count(*) FROM derived.counted_talk GROUP BY tag, period;

CREATE INDEX talk_count_by_period ON derived.talk_count (period, talks DESC, tag COLLATE "C");

CREATE VIEW api.talk_count AS
  SELECT tag, period, talks FROM derived.talk_count;

-- Each event with its first day and its name on that day. Steps from one event to the next in an index: talks are many.
CREATE VIEW api.event_start AS
  WITH RECURSIVE step (slug) AS (
    SELECT min(event_slug) FROM derived.talk
    UNION ALL
    SELECT (SELECT min(t.event_slug) FROM derived.talk t WHERE t.event_slug > s.slug) FROM step s WHERE s.slug IS NOT NULL
  )
  SELECT s.slug, first.name, first.date_start
    FROM step s
   CROSS JOIN LATERAL (
           SELECT t.event AS name, t.date_start FROM derived.talk t
            WHERE t.event_slug = s.slug ORDER BY t.date_start, t.document_id, t.ordinal, t.talk_id LIMIT 1) AS first;

-- What talks are known from, without the texts
CREATE VIEW api.talk_notes_source AS
  SELECT talk_notes_id, talk_id, document_id FROM derived.talk_notes;

-- ---- Changes: the last one of each talk, numbered in the order of commits

-- One row. Whoever has changed talks takes the next number last of all and holds the row until commit: what has a lower
-- number was committed before, here and on every replica.
CREATE TABLE recorded.change_clock (
  single boolean NOT NULL DEFAULT true,
  last   bigint  NOT NULL,
  CONSTRAINT change_clock_pk PRIMARY KEY (single),
  CONSTRAINT change_clock_single CHECK (single)
);
INSERT INTO recorded.change_clock (last) VALUES (1);

CREATE TABLE recorded.talk_change (
  talk_id   uuid   NOT NULL, -- one that is there or was
  change_id bigint NOT NULL,
  CONSTRAINT talk_change_pk PRIMARY KEY (talk_id)
);
INSERT INTO recorded.talk_change (talk_id, change_id) SELECT talk_id, 1 FROM derived.talk;

CREATE INDEX talk_change_by_change ON recorded.talk_change (change_id, talk_id);

CREATE VIEW api.talk_change AS
  SELECT c.change_id, c.talk_id, EXISTS (SELECT FROM derived.talk t WHERE t.talk_id = c.talk_id) AS there
    FROM recorded.talk_change c;

CREATE VIEW api.change_clock AS
  SELECT last FROM recorded.change_clock;

GRANT SELECT ON ALL TABLES IN SCHEMA api TO confnotes_reader;
