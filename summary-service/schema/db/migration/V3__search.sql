-- Search without accents, of Chinese, Japanese and Korean, of bounded cost; corrections and suggestions.
-- It only adds: services of version 2 keep working meanwhile. Rows that are there already are not rewritten here but by
-- re-analysis, which runs beside the consumer.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

-- ---- How words are cut and stemmed. Both services take these, so that a query is read as the notes were.

CREATE TEXT SEARCH CONFIGURATION api.plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION api.plain
  ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, simple;

-- Accents go before a word is stemmed: who types none has to come to the same stem.
DO $$
DECLARE
  stemmed text;
BEGIN
  FOREACH stemmed IN ARRAY ARRAY['danish', 'dutch', 'english', 'finnish', 'french', 'german', 'italian', 'norwegian',
                                 'portuguese', 'russian', 'spanish', 'swedish'] LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION api.%1$I (COPY = pg_catalog.%1$I)', stemmed);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION api.%1$I
                      ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, %2$I',
                   stemmed, stemmed || '_stem');
  END LOOP;
END $$;

-- Notes in any other language are searched by the words as they stand.
CREATE VIEW api.search_language AS
  SELECT language, configuration
    FROM (VALUES ('da', CAST('api.danish' AS regconfig)), ('de', 'api.german'), ('en', 'api.english'),
                 ('es', 'api.spanish'), ('fi', 'api.finnish'), ('fr', 'api.french'), ('it', 'api.italian'),
                 ('nl', 'api.dutch'), ('no', 'api.norwegian'), ('pt', 'api.portuguese'), ('ru', 'api.russian'),
                 ('sv', 'api.swedish')) AS known (language, configuration);

-- Chinese, Japanese and Korean have words without spaces, or with endings that no stemmer here knows. Pairs of
-- characters stand for them: ABC becomes A|AB|BC|C, where | is the control character 31, which the parser takes for a
-- space and no text needs. The single ones at the ends let one character be found by a prefix.
CREATE FUNCTION api.bigrams(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
  regexp_replace(translate($1, E'\x1f', ' '),
    '([々〆\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+)',
    E'\x1f\\1\x1f', 'g') COLLATE "C",
  '([々〆\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])',
  E'\\1\x1f\\1', 'g');

-- What somebody typed, whose runs of such characters are pairs already. A single character stands for all that begin
-- with it.
CREATE FUNCTION api.search_query(configuration regconfig, words text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CAST(regexp_replace(CAST(websearch_to_tsquery(configuration, words) AS text),
                           '''([\u3041-\uffff\U00020000-\U0003ffff])''', E'''\\1'':*', 'g') AS tsquery);

-- A name or title as it is compared: in lower case, without accents.
CREATE FUNCTION api.plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent', btrim(regexp_replace($1, '\s+', ' ', 'g'))) COLLATE "pg_c_utf8");

-- What search looks in. Names of speakers are words of no language, but a query may be stemmed all the same.
CREATE FUNCTION derived.search_vector(language text, title text, speakers text, key_points text, headings text, body text)
  RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
  SELECT setweight(to_tsvector(c, api.bigrams(title)), 'A')
           || setweight(to_tsvector('api.plain', api.bigrams(speakers)), 'A')
           || setweight(to_tsvector(c, api.bigrams(speakers)), 'A')
           || setweight(to_tsvector(c, api.bigrams(key_points)), 'B')
           || setweight(to_tsvector(c, api.bigrams(headings)), 'C')
           || setweight(to_tsvector(c, api.bigrams(body)), 'D')
    FROM (SELECT coalesce((SELECT s.configuration FROM api.search_language s WHERE s.language = search_vector.language),
                          CAST('api.plain' AS regconfig))) AS own (c));

-- ---- Which talks are looked at first

-- Title, speakers and key points of the vector alone; and the day of the talk, or else of the submission. Null: stored
-- before version 3.
ALTER TABLE derived.talk_notes ADD COLUMN head tsvector, ADD COLUMN day date;

-- With the day, the newest notes with a common word are found without reading of all others that have it.
CREATE INDEX talk_notes_by_head ON derived.talk_notes USING gin (head, day);
CREATE INDEX talk_notes_by_word ON derived.talk_notes USING gin (search, day);
DROP INDEX derived.talk_notes_search;
CREATE INDEX talk_notes_by_day ON derived.talk_notes (day DESC NULLS LAST);

-- Names and titles can be long, and an index entry not.
CREATE INDEX talk_by_title ON derived.talk (left(api.plain(title), 100) COLLATE "C");
CREATE INDEX talk_by_event_name ON derived.talk USING hash (api.plain(event));
CREATE INDEX talk_speaker_by_name ON derived.talk_speaker USING hash (api.plain(name));
CREATE INDEX talk_tag_by_name ON derived.talk_tag USING hash (api.plain(name));

-- ---- What can be suggested

-- What the terms below depend on: how far the log was applied, and decisions and re-analyses since.
CREATE FUNCTION derived.term_state() RETURNS text LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(next_offset), 0) FROM derived.progress)
       || ' ' || (SELECT coalesce(max(curation_id), 0) FROM recorded.curation)
       || ' ' || (SELECT coalesce(extract(epoch FROM max(updated_at)), 0) FROM recorded.reanalysis);

-- Names of tags, speakers and events with their talks; and words with the names and talks they are in: those of names and
-- titles, and those that some key points have, of the newest notes. summary-service refreshes it when the state has changed.
CREATE MATERIALIZED VIEW derived.term AS
  WITH name AS (
    SELECT 'tag' AS kind, slug, min(name COLLATE "C") AS name, count(DISTINCT talk_id) AS talks
      FROM derived.talk_tag GROUP BY slug
    UNION ALL
    SELECT 'speaker', slug, min(name COLLATE "C"), count(DISTINCT talk_id) FROM derived.talk_speaker GROUP BY slug
    UNION ALL
    SELECT 'event', event_slug, min(event COLLATE "C"), count(*)
      FROM derived.talk WHERE event_slug IS NOT NULL GROUP BY event_slug
  ), word AS (
    SELECT word, ndoc
      FROM ts_stat($$SELECT to_tsvector('api.plain', name) FROM
                       (SELECT DISTINCT slug, name FROM derived.talk_tag
                        UNION ALL SELECT DISTINCT slug, name FROM derived.talk_speaker
                        UNION ALL SELECT DISTINCT event_slug, event FROM derived.talk) AS names (slug, name)$$)
    UNION ALL
    SELECT word, ndoc
      FROM ts_stat($$SELECT to_tsvector('api.plain', title) FROM derived.talk_notes
                      ORDER BY day DESC NULLS LAST, talk_notes_id LIMIT 100000$$)
    UNION ALL
    SELECT word, ndoc
      FROM ts_stat($$SELECT to_tsvector('api.plain', string_agg(left(k.text, 500), ' ')) FROM
                       (SELECT talk_notes_id FROM derived.talk_notes
                         ORDER BY day DESC NULLS LAST, talk_notes_id LIMIT 20000) AS newest
                       JOIN derived.key_point k USING (talk_notes_id)
                      WHERE k.rank <= 5
                      GROUP BY k.talk_notes_id$$)
     WHERE ndoc >= 3
  )
  SELECT kind, slug, name, api.plain(name) AS plain, talks FROM name
  UNION ALL
  SELECT 'word', word, word, word, sum(ndoc) FROM word
   WHERE word ~ '^[[:alpha:]]+$' AND length(word) BETWEEN 3 AND 40
   GROUP BY word
  UNION ALL
  SELECT 'state', derived.term_state(), '', '', 0;
CREATE UNIQUE INDEX term_pk ON derived.term (kind, slug);
CREATE INDEX term_by_trigram ON derived.term USING gin (plain gin_trgm_ops);

-- ---- Views: only new ones

-- What search looks in, without what else is known of the notes.
CREATE VIEW api.talk_search AS
  SELECT talk_notes_id, talk_id, language, day, head, search FROM derived.talk_notes;

CREATE VIEW api.term AS
  SELECT kind, slug, name, plain, talks FROM derived.term WHERE kind <> 'state';

GRANT SELECT ON ALL TABLES IN SCHEMA api TO confnotes_reader;
