-- Lists by name go by it without case and accents
DROP INDEX derived.name_count_by_name;
CREATE INDEX name_count_by_name ON derived.name_count (kind, (api.plain(name)) COLLATE "C", slug COLLATE "C");
