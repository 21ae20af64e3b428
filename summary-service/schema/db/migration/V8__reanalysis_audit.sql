-- Who started and stopped re-analyses. It only adds: services of earlier versions keep working meanwhile.

-- Claims sub and jti of the tokens; anonymous without a token, null where an earlier version, or the service itself, did it.
ALTER TABLE recorded.reanalysis
  ADD COLUMN subject text, ADD COLUMN token_id text,
  ADD COLUMN stopped_at timestamptz, ADD COLUMN stopped_by text, ADD COLUMN stopped_by_token_id text;

CREATE OR REPLACE VIEW recorded.audit AS
  SELECT coalesce(submitted_at, processed_at) AS occurred_at, submission_id::text COLLATE "C" AS id, subject, token_id,
         CASE WHEN revision IS NULL AND document_id IS NOT NULL THEN 'deleted' ELSE 'submitted' END AS action,
         submission_id, document_id, NULL::bigint AS curation_id, NULL::bigint AS dead_letter_id,
         NULL::bigint AS reanalysis_id
    FROM recorded.submission
  UNION ALL
  SELECT curated_at, curation_id::text COLLATE "C", subject, token_id, 'curated', NULL, NULL, curation_id, NULL, NULL
    FROM recorded.curation
  UNION ALL
  SELECT decided_at, dead_letter_id::text COLLATE "C", subject, token_id,
         CASE state WHEN 'discarded' THEN 'discarded' ELSE 'replayed' END, submission_id, document_id, NULL, dead_letter_id,
         NULL
    FROM recorded.dead_letter
   WHERE decided_at IS NOT NULL
  UNION ALL
  SELECT started_at, reanalysis_id::text COLLATE "C", subject, token_id, 'reanalysis-started', NULL, NULL, NULL, NULL,
         reanalysis_id
    FROM recorded.reanalysis
  UNION ALL
  SELECT stopped_at, reanalysis_id::text COLLATE "C", stopped_by, stopped_by_token_id, 'reanalysis-stopped', NULL, NULL,
         NULL, NULL, reanalysis_id
    FROM recorded.reanalysis
   WHERE stopped_at IS NOT NULL;
