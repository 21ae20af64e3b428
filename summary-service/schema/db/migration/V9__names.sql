-- Tags, speakers and events with the number of their talks, counted when talks are stored: of a million talks, nobody waits for counting.
-- It only adds: services of earlier versions keep working meanwhile, and what they store is counted when it is stored again.

-- What each talk adds: its tags, speakers and event. They are looked up talk by talk, as few talks are asked for at once.
CREATE VIEW derived.counted_name AS
  SELECT t.talk_id, n.kind, n.slug
    FROM derived.talk t
   CROSS JOIN LATERAL (
           SELECT 'tag' AS kind, g.slug FROM derived.talk_tag g WHERE g.talk_id = t.talk_id
           UNION
           SELECT 'speaker', s.slug FROM derived.talk_speaker s WHERE s.talk_id = t.talk_id
           UNION
           SELECT 'event', t.event_slug WHERE t.event_slug IS NOT NULL
         ) AS n;

CREATE TABLE derived.name_count (
  kind  text COLLATE "C" NOT NULL, -- 'tag', 'speaker' or 'event'
  slug  text    NOT NULL,
  name  text    NOT NULL,          -- as the talk of the lowest id has it
  handle text,                     -- of a speaker who has one
  day   date,                      -- the first of an event
  talks bigint NOT NULL,           -- never 0
  CONSTRAINT name_count_pk PRIMARY KEY (kind, slug)
);

-- The same of all talks at once
CREATE VIEW derived.recounted_name AS
  SELECT 'tag' AS kind, slug, (array_agg(name ORDER BY talk_id))[1] AS name,
         CAST(NULL AS text) AS handle, CAST(NULL AS date) AS day, count(DISTINCT talk_id) AS talks
    FROM derived.talk_tag GROUP BY slug
  UNION ALL
  SELECT 'speaker', slug, (array_agg(name ORDER BY talk_id, ordinal))[1], min(handle COLLATE "C"), NULL, count(DISTINCT talk_id)
    FROM derived.talk_speaker GROUP BY slug
  UNION ALL
  SELECT 'event', event_slug, (array_agg(event ORDER BY talk_id))[1], NULL, min(date_start), count(*)
    FROM derived.talk WHERE event_slug IS NOT NULL GROUP BY event_slug;

INSERT INTO derived.name_count (kind, slug, name, handle, day, talks)
  SELECT kind, slug, name, handle, day, talks FROM derived.recounted_name;

CREATE INDEX name_count_by_talks ON derived.name_count (kind, talks DESC, slug COLLATE "C");
CREATE INDEX name_count_by_name ON derived.name_count (kind, name COLLATE "C", slug COLLATE "C");
CREATE INDEX name_count_by_day ON derived.name_count (kind, day DESC NULLS LAST, slug COLLATE "C");
CREATE INDEX name_count_by_plain_name ON derived.name_count USING hash (api.plain(name));

CREATE OR REPLACE VIEW api.tag AS
  SELECT slug, name, talks FROM derived.name_count WHERE kind = 'tag';

CREATE OR REPLACE VIEW api.speaker AS
  SELECT slug, name, handle, talks FROM derived.name_count WHERE kind = 'speaker';

CREATE OR REPLACE VIEW api.event AS
  SELECT slug, name, talks, day AS date_start,
         (SELECT max(t.date_end) FROM derived.talk t WHERE t.event_slug = c.slug) AS date_end
    FROM derived.name_count c WHERE kind = 'event';

-- Each event with its first day
CREATE OR REPLACE VIEW api.event_start AS
  SELECT slug, name, day AS date_start FROM derived.name_count WHERE kind = 'event';
