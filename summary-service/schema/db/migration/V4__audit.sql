-- Who submitted, deleted and curated: in the rows that say what and when. It only adds: services of earlier versions keep working meanwhile.

-- A token's claims sub and jti; anonymous without a token, null where an earlier version wrote the row.
ALTER TABLE recorded.submission ADD COLUMN subject text, ADD COLUMN token_id text;
ALTER TABLE recorded.curation ADD COLUMN subject text, ADD COLUMN token_id text;

CREATE INDEX submission_by_time ON recorded.submission (coalesce(submitted_at, processed_at));
CREATE INDEX curation_by_time ON recorded.curation (curated_at);

-- A record without a revision that could be decoded withdraws its document.
CREATE VIEW recorded.audit AS
  SELECT coalesce(submitted_at, processed_at) AS occurred_at, submission_id::text COLLATE "C" AS id, subject, token_id,
         CASE WHEN revision IS NULL AND document_id IS NOT NULL THEN 'deleted' ELSE 'submitted' END AS action,
         submission_id, document_id, NULL::bigint AS curation_id
    FROM recorded.submission
  UNION ALL
  SELECT curated_at, curation_id::text COLLATE "C", subject, token_id, 'curated', NULL, NULL, curation_id
    FROM recorded.curation;
