-- What makes search, and following changes, fast among very many talks. Services of earlier versions keep working meanwhile.

-- The day of notes is that of their talk, where it has one: a search in a year then reads only the notes of that year.
UPDATE derived.talk_notes n SET day = t.date_start
  FROM derived.talk t
 WHERE t.talk_id = n.talk_id AND t.date_start IS NOT NULL AND n.day IS DISTINCT FROM t.date_start;

-- Most rows are looked at for their talk and day alone. What is long is kept apart, so that many rows share a page; rows
-- that are there already change when they are stored again.
ALTER TABLE derived.talk_notes SET (toast_tuple_target = 128);
ALTER TABLE derived.talk_notes ALTER COLUMN title SET STORAGE MAIN;

-- How many days to ask for depends on how many notes have a word, which the planner knows of so many times ten words
ALTER TABLE derived.talk_notes ALTER COLUMN search SET STATISTICS 500;
ALTER TABLE derived.talk_notes ALTER COLUMN head SET STATISTICS 500;

-- Tells where the newest days begin. Notes are not found by it but by words and days: the planner takes the reading of
-- vectors for free, and would read those of all newer notes. Hence an expression that no condition has.
DROP INDEX derived.talk_notes_by_day;
CREATE INDEX talk_notes_by_day ON derived.talk_notes (coalesce(day, '-infinity') DESC) INCLUDE (day);

-- Names are looked up among those that are kept since version 9
DROP INDEX derived.talk_by_event_name;
DROP INDEX derived.talk_speaker_by_name;
DROP INDEX derived.talk_tag_by_name;

-- Whoever asks for few changes has only their talks looked up
CREATE OR REPLACE VIEW api.talk_change AS
  SELECT c.change_id, c.talk_id, t.talk_id IS NOT NULL AS there
    FROM recorded.talk_change c
    LEFT JOIN derived.talk t USING (talk_id);

-- What many names begin with is found by going through them in the order that is asked for, few at first
CREATE INDEX term_by_talks ON derived.term (talks DESC, plain COLLATE "C", kind, slug COLLATE "C")
 WHERE kind IN ('tag', 'speaker', 'event');
