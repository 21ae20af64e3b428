-- Rebuilding schema derived from the log, in schema derived_next beside it, until the two change places. It only adds.

CREATE TABLE recorded.rebuild (
  rebuild_id     bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  switch         boolean     NOT NULL,                -- whether it is to take the place of the serving schema
  state          text        NOT NULL DEFAULT 'building',
  analyser       text        NOT NULL,
  migration      integer     NOT NULL,                -- the last one there was: another makes other tables
  curation_id    bigint      NOT NULL,                -- decisions up to this one are in its talks
  subject        text        NOT NULL,                -- who started it: a token's claims sub and jti
  token_id       text,
  switch_at      timestamptz,                         -- when somebody wanted it to serve, and who
  switch_subject text,
  switch_token_id text,
  started_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  records        bigint      NOT NULL DEFAULT 0,      -- applied
  refused        bigint      NOT NULL DEFAULT 0,      -- of them dead letters
  worker         uuid,                                -- who works at it, and until when nobody else does
  worker_until   timestamptz,
  compared_kind  text        NOT NULL DEFAULT 'document',     -- of this kind all up to this key are compared
  compared_key   text,
  compared       jsonb       NOT NULL DEFAULT '{}',   -- counts
  problem        text,                                -- why there is no progress, null where there is
  todo           text,
  CONSTRAINT rebuild_pk PRIMARY KEY (rebuild_id),
  CONSTRAINT rebuild_state CHECK (state IN ('building', 'comparing', 'ready', 'switched', 'stopped'))
);
CREATE UNIQUE INDEX rebuild_one_at_a_time ON recorded.rebuild ((true)) WHERE state IN ('building', 'comparing', 'ready');

-- A sample of what differs. It holds no text.
CREATE TABLE recorded.rebuild_difference (
  rebuild_id bigint  NOT NULL,
  kind       text    NOT NULL,
  key        text    NOT NULL,
  serving    boolean NOT NULL, -- whether the serving schema has it
  rebuilt    boolean NOT NULL,
  fields     text[]  NOT NULL, -- table.column, or the table where it has several rows
  CONSTRAINT rebuild_difference_pk PRIMARY KEY (rebuild_id, kind, key),
  CONSTRAINT rebuild_difference_rebuild_fk FOREIGN KEY (rebuild_id) REFERENCES recorded.rebuild ON DELETE CASCADE
);

-- What terms depend on: a schema that took the place of another has other rows with the same progress.
CREATE OR REPLACE FUNCTION derived.term_state() RETURNS text LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(next_offset), 0) FROM derived.progress)
       || ' ' || (SELECT coalesce(max(curation_id), 0) FROM recorded.curation)
       || ' ' || (SELECT coalesce(extract(epoch FROM max(updated_at)), 0) FROM recorded.reanalysis)
       || ' ' || (SELECT coalesce(max(rebuild_id), 0) FROM recorded.rebuild WHERE state = 'switched');

CREATE OR REPLACE VIEW recorded.audit AS
  SELECT coalesce(submitted_at, processed_at) AS occurred_at, submission_id::text COLLATE "C" AS id, subject, token_id,
         CASE WHEN revision IS NULL AND document_id IS NOT NULL THEN 'deleted' ELSE 'submitted' END AS action,
         submission_id, document_id, NULL::bigint AS curation_id, NULL::bigint AS dead_letter_id,
         NULL::bigint AS reanalysis_id, NULL::bigint AS rebuild_id
    FROM recorded.submission
  UNION ALL
  SELECT curated_at, curation_id::text COLLATE "C", subject, token_id, 'curated', NULL, NULL, curation_id, NULL, NULL, NULL
    FROM recorded.curation
  UNION ALL
  SELECT decided_at, dead_letter_id::text COLLATE "C", subject, token_id,
         CASE state WHEN 'discarded' THEN 'discarded' ELSE 'replayed' END, submission_id, document_id, NULL, dead_letter_id,
         NULL, NULL
    FROM recorded.dead_letter
   WHERE decided_at IS NOT NULL
  UNION ALL
  SELECT started_at, reanalysis_id::text COLLATE "C", subject, token_id, 'reanalysis-started', NULL, NULL, NULL, NULL,
         reanalysis_id, NULL
    FROM recorded.reanalysis
  UNION ALL
  SELECT stopped_at, reanalysis_id::text COLLATE "C", stopped_by, stopped_by_token_id, 'reanalysis-stopped', NULL, NULL,
         NULL, NULL, reanalysis_id, NULL
    FROM recorded.reanalysis
   WHERE stopped_at IS NOT NULL
  UNION ALL
  SELECT started_at, (rebuild_id || '-1') COLLATE "C", subject, token_id, 'rebuild-started', NULL, NULL, NULL, NULL, NULL,
         rebuild_id
    FROM recorded.rebuild
  UNION ALL
  SELECT switch_at, (rebuild_id || '-2') COLLATE "C", switch_subject, switch_token_id, 'rebuild-switched', NULL, NULL, NULL,
         NULL, NULL, rebuild_id
    FROM recorded.rebuild
   WHERE switch_at IS NOT NULL;
