-- A list of a tag's talks is read in the order that is asked for where many have it, and else found by the tag and sorted: the
-- planner has to know of more than a hundred tags how many have them.
ALTER TABLE derived.talk_tag ALTER COLUMN slug SET STATISTICS 1000;
ANALYZE derived.talk_tag (slug);
