-- Three schemas, by what may happen to them:
--   derived   can be rebuilt from the log at any time
--   recorded  cannot; it is small, holds no text of a document, and is what backups are for
--   api       the views query-service reads
-- The roles confnotes_owner and confnotes_reader are made by the deployer.

CREATE SCHEMA derived;
CREATE SCHEMA IF NOT EXISTS recorded;
CREATE SCHEMA api;

-- How far the log was applied. Advanced in the transaction that writes the rows.
CREATE TABLE derived.progress (
  topic_id    text    NOT NULL,
  partition   integer NOT NULL,
  next_offset bigint  NOT NULL,
  CONSTRAINT progress_pk PRIMARY KEY (topic_id, partition)
);

-- The last applied record of each document, retractions included (their revision is null).
CREATE TABLE derived.document_head (
  document_id        uuid        NOT NULL,
  revision           text,
  log_offset         bigint      NOT NULL,
  first_submitted_at timestamptz NOT NULL,
  CONSTRAINT document_head_pk PRIMARY KEY (document_id)
);

CREATE TABLE derived.document (
  document_id   uuid        NOT NULL,
  revision      text        NOT NULL,
  submission_id uuid,
  submitted_at  timestamptz NOT NULL,
  media_type    text        NOT NULL,
  event         text,
  event_slug    text,
  date          text,       -- as submitted: 2018, 2018-01 or 2018-01-26
  date_start    date,       -- the first and last day it can mean
  date_end      date,
  author        text,
  source_url    text,
  document_key  text,
  reading_text  text        NOT NULL,
  CONSTRAINT document_pk PRIMARY KEY (document_id)
);

-- One row per talk, from the notes of all its authors; the earliest document names it.
CREATE TABLE derived.talk (
  talk_id     uuid    NOT NULL,
  title       text    NOT NULL,
  event       text,
  event_slug  text,
  date        text,
  date_start  date,
  date_end    date,
  document_id uuid    NOT NULL,
  ordinal     integer NOT NULL,
  CONSTRAINT talk_pk PRIMARY KEY (talk_id)
);
CREATE INDEX talk_by_date ON derived.talk (date_start, document_id, ordinal, talk_id);
CREATE INDEX talk_by_event ON derived.talk (event_slug, date_start, document_id, ordinal, talk_id);

CREATE TABLE derived.talk_notes (
  talk_notes_id uuid             NOT NULL,
  talk_id       uuid             NOT NULL,
  document_id   uuid             NOT NULL,
  ordinal       integer          NOT NULL,
  title         text             NOT NULL,
  line          integer          NOT NULL,
  span_start    integer          NOT NULL,
  span_end      integer          NOT NULL,
  body_start    integer          NOT NULL, -- behind the lines of title and speakers
  confidence    double precision NOT NULL,
  language      text             NOT NULL,
  analyser      text             NOT NULL,
  sections      jsonb            NOT NULL, -- [{"title", "level", "span": {"start", "end"}}]
  search        tsvector         NOT NULL, -- A title and speakers, B key points, C headings, D the notes
  CONSTRAINT talk_notes_pk PRIMARY KEY (talk_notes_id),
  CONSTRAINT talk_notes_document_fk FOREIGN KEY (document_id) REFERENCES derived.document ON DELETE CASCADE
);
CREATE INDEX talk_notes_by_talk ON derived.talk_notes (talk_id);
CREATE UNIQUE INDEX talk_notes_by_document ON derived.talk_notes (document_id, ordinal);
CREATE INDEX talk_notes_search ON derived.talk_notes USING gin (search);

CREATE TABLE derived.talk_notes_speaker (
  talk_notes_id uuid    NOT NULL,
  ordinal       integer NOT NULL,
  slug          text    NOT NULL,
  name          text    NOT NULL,
  handle        text,
  affiliation   text,
  CONSTRAINT talk_notes_speaker_pk PRIMARY KEY (talk_notes_id, ordinal),
  CONSTRAINT talk_notes_speaker_talk_notes_fk FOREIGN KEY (talk_notes_id) REFERENCES derived.talk_notes ON DELETE CASCADE
);

CREATE TABLE derived.talk_notes_tag (
  talk_notes_id uuid             NOT NULL,
  slug          text             NOT NULL,
  name          text             NOT NULL,
  score         double precision NOT NULL,
  CONSTRAINT talk_notes_tag_pk PRIMARY KEY (talk_notes_id, slug),
  CONSTRAINT talk_notes_tag_talk_notes_fk FOREIGN KEY (talk_notes_id) REFERENCES derived.talk_notes ON DELETE CASCADE
);

CREATE TABLE derived.key_point (
  talk_notes_id uuid             NOT NULL,
  rank          integer          NOT NULL, -- 1 is the first
  text          text             NOT NULL,
  span_start    integer          NOT NULL,
  span_end      integer          NOT NULL,
  lead_in_start integer,
  lead_in_end   integer,
  score         double precision NOT NULL,
  CONSTRAINT key_point_pk PRIMARY KEY (talk_notes_id, rank),
  CONSTRAINT key_point_talk_notes_fk FOREIGN KEY (talk_notes_id) REFERENCES derived.talk_notes ON DELETE CASCADE
);

CREATE TABLE derived.talk_speaker (
  talk_id     uuid    NOT NULL,
  ordinal     integer NOT NULL,
  slug        text    NOT NULL,
  name        text    NOT NULL,
  handle      text,
  affiliation text,
  CONSTRAINT talk_speaker_pk PRIMARY KEY (talk_id, ordinal),
  CONSTRAINT talk_speaker_talk_fk FOREIGN KEY (talk_id) REFERENCES derived.talk ON DELETE CASCADE
);
CREATE INDEX talk_speaker_by_slug ON derived.talk_speaker (slug, talk_id);

CREATE TABLE derived.talk_tag (
  talk_id uuid             NOT NULL,
  rank    integer          NOT NULL,
  slug    text             NOT NULL,
  name    text             NOT NULL,
  score   double precision NOT NULL,
  CONSTRAINT talk_tag_pk PRIMARY KEY (talk_id, rank),
  CONSTRAINT talk_tag_talk_fk FOREIGN KEY (talk_id) REFERENCES derived.talk ON DELETE CASCADE
);
CREATE INDEX talk_tag_by_slug ON derived.talk_tag (slug, talk_id);

-- Which talk the notes of a revision belong to: what keeps a talk's id and URL through edits and rebuilds.
CREATE TABLE recorded.talk_assignment (
  talk_notes_id uuid        NOT NULL,
  talk_id       uuid        NOT NULL,
  assigned_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT talk_assignment_pk PRIMARY KEY (talk_notes_id)
);
CREATE INDEX talk_assignment_by_talk ON recorded.talk_assignment (talk_id);

CREATE TABLE recorded.talk_redirect (
  talk_id    uuid        NOT NULL,
  target_id  uuid        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT talk_redirect_pk PRIMARY KEY (talk_id),
  CONSTRAINT talk_redirect_not_to_itself CHECK (talk_id <> target_id)
);

CREATE TABLE recorded.revision (
  document_id   uuid        NOT NULL,
  log_offset    bigint      NOT NULL,
  revision      text,       -- null: a retraction
  submission_id uuid,
  submitted_at  timestamptz NOT NULL,
  CONSTRAINT revision_pk PRIMARY KEY (document_id, log_offset)
);

CREATE TABLE recorded.submission (
  submission_id uuid        NOT NULL,
  document_id   uuid,       -- null where the record could not be decoded
  revision      text,
  state         text        NOT NULL,
  reason        text,       -- a code, never note contents
  submitted_at  timestamptz,
  processed_at  timestamptz NOT NULL DEFAULT now(),
  log_partition integer     NOT NULL,
  log_offset    bigint      NOT NULL,
  talks         jsonb       NOT NULL DEFAULT '[]', -- [{"talkNotesId", "talkId"}]
  CONSTRAINT submission_pk PRIMARY KEY (submission_id),
  CONSTRAINT submission_state CHECK (state IN ('stored', 'unchanged', 'superseded', 'conflict', 'retracted', 'dead-lettered'))
);
CREATE INDEX submission_by_document ON recorded.submission (document_id, log_offset);

CREATE VIEW api.schema_version AS
  SELECT max(version::integer) AS version FROM recorded.schema_history WHERE success AND version IS NOT NULL;

CREATE VIEW api.talk AS
  SELECT talk_id, title, event, event_slug, date, date_start, date_end, document_id, ordinal FROM derived.talk;

CREATE VIEW api.talk_redirect AS
  SELECT talk_id, target_id FROM recorded.talk_redirect;

CREATE VIEW api.talk_speaker AS
  SELECT talk_id, ordinal, slug, name, handle, affiliation FROM derived.talk_speaker;

CREATE VIEW api.talk_tag AS
  SELECT talk_id, rank, slug, name, score FROM derived.talk_tag;

CREATE VIEW api.talk_notes AS
  SELECT n.talk_notes_id, n.talk_id, n.document_id, n.ordinal, n.title, n.line, n.span_start, n.span_end,
         n.confidence, n.language, n.analyser, n.sections, n.search,
         d.author, d.source_url, d.submitted_at, h.first_submitted_at
    FROM derived.talk_notes n
    JOIN derived.document d USING (document_id)
    JOIN derived.document_head h USING (document_id);

CREATE VIEW api.key_point AS
  SELECT talk_notes_id, rank, text, span_start, span_end, lead_in_start, lead_in_end, score FROM derived.key_point;

CREATE VIEW api.document AS
  SELECT document_id, revision, submission_id, submitted_at, media_type, event, event_slug, date, date_start, date_end,
         author, source_url, document_key, reading_text
    FROM derived.document;

CREATE VIEW api.revision AS
  SELECT document_id, log_offset, revision, submission_id, submitted_at FROM recorded.revision;

CREATE VIEW api.submission AS
  SELECT submission_id, document_id, revision, state, reason, submitted_at, processed_at, talks FROM recorded.submission;

CREATE VIEW api.event AS
  SELECT event_slug AS slug, min(event COLLATE "C") COLLATE "default" AS name, count(*) AS talks, min(date_start) AS date_start, max(date_end) AS date_end
    FROM derived.talk WHERE event_slug IS NOT NULL GROUP BY event_slug;

CREATE VIEW api.speaker AS
  SELECT slug, min(name COLLATE "C") COLLATE "default" AS name, min(handle COLLATE "C") COLLATE "default" AS handle, count(DISTINCT talk_id) AS talks
    FROM derived.talk_speaker GROUP BY slug;

CREATE VIEW api.tag AS
  SELECT slug, min(name COLLATE "C") COLLATE "default" AS name, count(DISTINCT talk_id) AS talks
    FROM derived.talk_tag GROUP BY slug;

CREATE VIEW api.progress AS
  SELECT topic_id, partition, next_offset FROM derived.progress;

GRANT USAGE ON SCHEMA api TO confnotes_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA api TO confnotes_reader;
