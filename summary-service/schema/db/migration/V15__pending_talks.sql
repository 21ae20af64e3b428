-- What a curator decides about very many talks is decided at once, and their rows follow some at a time. It only adds:
-- services of earlier versions make all of them follow at once, or say that it takes too long.

CREATE TABLE derived.pending_talk (
  talk_id     uuid   NOT NULL,
  curation_id bigint NOT NULL, -- the last decision that is about it
  CONSTRAINT pending_talk_pk PRIMARY KEY (talk_id)
);
CREATE INDEX pending_talk_by_curation ON derived.pending_talk (curation_id);
