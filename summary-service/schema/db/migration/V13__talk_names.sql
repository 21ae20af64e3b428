-- What talks are named after, beside their notes. It only adds: services of earlier versions keep working meanwhile.

-- The tags, speakers and event of each talk: 'tag:kafka', 'speaker:mara-quill', 'event:harbour-days'
CREATE VIEW derived.talk_names AS
  SELECT t.talk_id,
         array(SELECT n.kind || ':' || n.slug FROM derived.counted_name n
                WHERE n.talk_id = t.talk_id ORDER BY (n.kind || ':' || n.slug) COLLATE "C") AS names
    FROM derived.talk t;

ALTER TABLE derived.talk_notes ADD COLUMN names text[];
ALTER TABLE derived.talk_notes ALTER COLUMN names SET STATISTICS 500;

CREATE OR REPLACE VIEW api.talk_search AS
  SELECT talk_notes_id, talk_id, language, day, head, search, names FROM derived.talk_notes;

-- Services of earlier versions store notes without names, which get them when the rows of their talk are there
CREATE FUNCTION derived.name_talk_notes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE derived.talk_notes n SET names = k.names
    FROM derived.talk_names k
   WHERE k.talk_id = NEW.talk_id AND n.talk_notes_id = NEW.talk_notes_id AND n.names IS DISTINCT FROM k.names;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER talk_notes_without_names AFTER INSERT ON derived.talk_notes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.names IS NULL) EXECUTE FUNCTION derived.name_talk_notes();
