-- The vocabulary, what curators decide, and re-analysis. It only adds: services of version 1 keep working meanwhile.

-- ---- What things are called. A slug is a canonical name's or an alias's, never both.

-- Tags of the vocabulary, and tags, speakers and events that a curator named.
CREATE TABLE recorded.canonical (
  kind    text    NOT NULL,
  slug    text    NOT NULL,
  name    text    NOT NULL,
  hidden  boolean NOT NULL DEFAULT false, -- a tag that is not shown
  count   integer NOT NULL DEFAULT 0,     -- how common a tag is where the vocabulary comes from
  broader text[]  NOT NULL DEFAULT '{}',  -- slugs of tags that are implied
  CONSTRAINT canonical_pk PRIMARY KEY (kind, slug),
  CONSTRAINT canonical_kind CHECK (kind IN ('tag', 'speaker', 'event'))
);

CREATE TABLE recorded.alias (
  kind      text    NOT NULL,
  slug      text    NOT NULL,
  name      text    NOT NULL,
  canonical text    NOT NULL,
  count     integer NOT NULL DEFAULT 0,   -- what it adds to its canonical name's
  CONSTRAINT alias_pk PRIMARY KEY (kind, slug),
  CONSTRAINT alias_canonical_fk FOREIGN KEY (kind, canonical) REFERENCES recorded.canonical (kind, slug)
    DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX alias_by_canonical ON recorded.alias (kind, canonical);

-- Where one slug stands for two: who is meant in a talk, and which event in a document.
CREATE TABLE recorded.speaker_assignment (
  talk_id uuid NOT NULL,                  -- as talk notes are assigned, before redirects
  slug    text NOT NULL,
  speaker text NOT NULL,
  CONSTRAINT speaker_assignment_pk PRIMARY KEY (talk_id, slug)
);

CREATE TABLE recorded.event_assignment (
  document_id uuid NOT NULL,
  event       text NOT NULL,
  CONSTRAINT event_assignment_pk PRIMARY KEY (document_id)
);

-- A redirect leads to a talk that is not redirected itself.
CREATE INDEX talk_redirect_by_target ON recorded.talk_redirect (target_id);

-- ---- Who decided what, and the rows it changed: [{"table", "key", "before", "after"}], null where there is none.
CREATE TABLE recorded.curation (
  curation_id bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  curated_at  timestamptz NOT NULL DEFAULT now(),
  curator     text        NOT NULL,
  action      jsonb       NOT NULL,
  undoes      bigint,
  talks       integer     NOT NULL,       -- how many it changed
  changes     jsonb       NOT NULL,
  CONSTRAINT curation_pk PRIMARY KEY (curation_id),
  CONSTRAINT curation_undone_once UNIQUE (undoes),
  CONSTRAINT curation_undoes_fk FOREIGN KEY (undoes) REFERENCES recorded.curation
);
CREATE INDEX curation_by_change ON recorded.curation USING gin (changes jsonb_path_ops);

-- ---- What the analyser knows: numbered snapshots of the vocabulary, [{"name", "aliases", "count", "broader"}].
CREATE TABLE recorded.vocabulary (
  revision   integer     NOT NULL,
  terms      jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT vocabulary_pk PRIMARY KEY (revision)
);

-- The last one that is no dry run decides which snapshot is in use.
CREATE TABLE recorded.reanalysis (
  reanalysis_id       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  dry_run             boolean     NOT NULL,
  analyser            text        NOT NULL,
  vocabulary_revision integer     NOT NULL,
  state               text        NOT NULL DEFAULT 'running',
  started_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  last_document       uuid,                           -- all up to this one are done
  documents           integer     NOT NULL DEFAULT 0, -- looked at
  documents_unread    integer     NOT NULL DEFAULT 0, -- of them stored without blocks, so not analysed
  talks               integer     NOT NULL DEFAULT 0, -- analysed
  talks_changed       integer     NOT NULL DEFAULT 0,
  tags_added          integer     NOT NULL DEFAULT 0,
  tags_removed        integer     NOT NULL DEFAULT 0,
  key_points_added    integer     NOT NULL DEFAULT 0,
  key_points_removed  integer     NOT NULL DEFAULT 0,
  CONSTRAINT reanalysis_pk PRIMARY KEY (reanalysis_id),
  CONSTRAINT reanalysis_state CHECK (state IN ('running', 'done', 'stopped')),
  CONSTRAINT reanalysis_vocabulary_fk FOREIGN KEY (vocabulary_revision) REFERENCES recorded.vocabulary
);
CREATE UNIQUE INDEX reanalysis_one_at_a_time ON recorded.reanalysis (state) WHERE state = 'running';

-- A sample of what it changed. A row goes when its talk is written again, so that no withdrawn text stays.
CREATE TABLE recorded.reanalysis_change (
  reanalysis_id bigint NOT NULL,
  talk_id       uuid   NOT NULL,
  change        jsonb  NOT NULL,          -- {"tagsAdded", "tagsRemoved", "keyPointsAdded", "keyPointsRemoved"}
  CONSTRAINT reanalysis_change_pk PRIMARY KEY (reanalysis_id, talk_id),
  CONSTRAINT reanalysis_change_reanalysis_fk FOREIGN KEY (reanalysis_id) REFERENCES recorded.reanalysis ON DELETE CASCADE
);

-- ---- What re-analysis needs of the record, and why a key point is one

-- Four numbers each: kind (0 heading, 1 paragraph, 2 list item, 3 quote, 4 code), level, start, end. Null: stored before version 2.
ALTER TABLE derived.talk_notes ADD COLUMN blocks integer[];
ALTER TABLE derived.key_point ADD COLUMN reasons jsonb NOT NULL DEFAULT '[]'; -- [{"kind", "value"}]

CREATE INDEX talk_notes_by_analyser ON derived.talk_notes (analyser);
CREATE INDEX talk_notes_tag_by_slug ON derived.talk_notes_tag (slug);
CREATE INDEX talk_notes_speaker_by_slug ON derived.talk_notes_speaker (slug);
CREATE INDEX document_by_event ON derived.document (event_slug);

-- ---- Views: only new ones, and new columns at the end of old ones

CREATE OR REPLACE VIEW api.key_point AS
  SELECT talk_notes_id, rank, text, span_start, span_end, lead_in_start, lead_in_end, score, reasons FROM derived.key_point;

CREATE OR REPLACE VIEW api.document AS
  SELECT d.document_id, d.revision, d.submission_id, d.submitted_at, d.media_type,
         coalesce(c.name, d.event) AS event, coalesce(c.slug, a.canonical, e.event, d.event_slug) AS event_slug,
         d.date, d.date_start, d.date_end, d.author, d.source_url, d.document_key, d.reading_text
    FROM derived.document d
    LEFT JOIN recorded.event_assignment e USING (document_id)
    LEFT JOIN recorded.alias a ON a.kind = 'event' AND a.slug = coalesce(e.event, d.event_slug)
    LEFT JOIN recorded.canonical c ON c.kind = 'event' AND c.slug = coalesce(a.canonical, e.event, d.event_slug);

-- Where the address of a name that was renamed or merged leads.
CREATE VIEW api.tag_redirect AS
  SELECT slug, canonical AS target_slug FROM recorded.alias WHERE kind = 'tag';

CREATE VIEW api.speaker_redirect AS
  SELECT slug, canonical AS target_slug FROM recorded.alias WHERE kind = 'speaker';

CREATE VIEW api.event_redirect AS
  SELECT slug, canonical AS target_slug FROM recorded.alias WHERE kind = 'event';

GRANT SELECT ON ALL TABLES IN SCHEMA api TO confnotes_reader;
