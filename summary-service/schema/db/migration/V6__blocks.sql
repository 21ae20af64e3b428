-- What talk notes are made of, for whoever shows them: four numbers a block, as in derived.talk_notes

CREATE OR REPLACE VIEW api.talk_notes AS
  SELECT n.talk_notes_id, n.talk_id, n.document_id, n.ordinal, n.title, n.line, n.span_start, n.span_end,
         n.confidence, n.language, n.analyser, n.sections, n.search,
         d.author, d.source_url, d.submitted_at, h.first_submitted_at,
         n.blocks -- kind (0 heading, 1 paragraph, 2 list item, 3 quote, 4 code), level, start, end
    FROM derived.talk_notes n
    JOIN derived.document d USING (document_id)
    JOIN derived.document_head h USING (document_id);
