-- The index of words has the names, too: notes with a word and a tag are found in it, however many have only one of them.
-- Nothing is stored while it is made. Searches go on, and services of earlier versions keep working.
LOCK TABLE derived.talk_notes IN SHARE ROW EXCLUSIVE MODE;

UPDATE derived.talk_notes n SET names = k.names
  FROM derived.talk_names k
 WHERE k.talk_id = n.talk_id AND n.names IS NULL;

CREATE INDEX talk_notes_by_head_next ON derived.talk_notes USING gin (head, day, names);
CREATE INDEX talk_notes_by_word_next ON derived.talk_notes USING gin (search, day, names);
DROP INDEX derived.talk_notes_by_head;
DROP INDEX derived.talk_notes_by_word;
ALTER INDEX derived.talk_notes_by_head_next RENAME TO talk_notes_by_head;
ALTER INDEX derived.talk_notes_by_word_next RENAME TO talk_notes_by_word;
