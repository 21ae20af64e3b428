-- Records that could not be applied. Their bytes are in the dead-letter topic; here is where, and what became of them.

CREATE TABLE recorded.dead_letter (
  dead_letter_id   bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  state            text        NOT NULL DEFAULT 'waiting',
  reason           text        NOT NULL, -- a code, never note contents
  document_id      uuid,                 -- null where the record's key is none
  submission_id    uuid,
  topic_id         text        NOT NULL, -- where it came from
  log_partition    integer     NOT NULL,
  log_offset       bigint      NOT NULL,
  letter_partition integer     NOT NULL, -- where in the dead-letter topic it is
  letter_offset    bigint      NOT NULL,
  bytes            integer     NOT NULL,
  submitted_at     timestamptz NOT NULL,
  dead_lettered_at timestamptz NOT NULL DEFAULT now(),
  attempts         integer     NOT NULL DEFAULT 0, -- replays
  decided_at       timestamptz,                    -- when it was replayed, found superseded, or discarded
  subject          text,                           -- and by whom
  token_id         text,
  CONSTRAINT dead_letter_pk PRIMARY KEY (dead_letter_id),
  CONSTRAINT dead_letter_origin UNIQUE (topic_id, log_partition, log_offset),
  CONSTRAINT dead_letter_state CHECK (state IN ('waiting', 'replayed', 'superseded', 'discarded'))
);
CREATE INDEX dead_letter_by_state ON recorded.dead_letter (state, dead_letter_id);
CREATE INDEX dead_letter_by_decision ON recorded.dead_letter (decided_at);

CREATE OR REPLACE VIEW recorded.audit AS
  SELECT coalesce(submitted_at, processed_at) AS occurred_at, submission_id::text COLLATE "C" AS id, subject, token_id,
         CASE WHEN revision IS NULL AND document_id IS NOT NULL THEN 'deleted' ELSE 'submitted' END AS action,
         submission_id, document_id, NULL::bigint AS curation_id, NULL::bigint AS dead_letter_id
    FROM recorded.submission
  UNION ALL
  SELECT curated_at, curation_id::text COLLATE "C", subject, token_id, 'curated', NULL, NULL, curation_id, NULL
    FROM recorded.curation
  UNION ALL
  SELECT decided_at, dead_letter_id::text COLLATE "C", subject, token_id,
         CASE state WHEN 'discarded' THEN 'discarded' ELSE 'replayed' END, submission_id, document_id, NULL, dead_letter_id
    FROM recorded.dead_letter
   WHERE decided_at IS NOT NULL;
