package io.confnotes.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes rows as summary-service does, through the owner's role. */
final class Archive implements AutoCloseable {

  private final Handle handle;

  Archive(io.confnotes.embedded.Database database) {
    handle = Jdbi.open(database.url(), database.owner(), database.ownerPassword());
    handle.begin();
  }

  @Override
  public void close() {
    handle.execute(
        "INSERT INTO recorded.talk_change (talk_id, change_id) SELECT talk_id, 1 FROM derived.talk");
    handle.execute(
        "INSERT INTO derived.talk_count (tag, period, talks)"
            + " SELECT tag, period, count(*) FROM derived.counted_talk GROUP BY tag, period");
    handle.execute(
        "INSERT INTO derived.name_count (kind, slug, name, handle, day, talks)"
            + " SELECT kind, slug, name, handle, day, talks FROM derived.recounted_name");
    handle.commit();
    handle.execute("REFRESH MATERIALIZED VIEW derived.term");
    handle.close();
  }

  /** A document's metadata; dates are given with the days they can mean. */
  record Paper(
      UUID id,
      @Nullable String event,
      @Nullable String eventSlug,
      @Nullable String date,
      @Nullable String firstDay,
      @Nullable String lastDay,
      @Nullable String author,
      @Nullable String sourceUrl,
      String submittedAt,
      String text) {

    String revision() {
      return "%064x".formatted(Math.abs((long) id.hashCode()));
    }
  }

  /** Talk notes: their text is found in the paper, and key points in that. */
  record Notes(
      UUID talkNotesId,
      UUID talkId,
      int ordinal,
      String title,
      String language,
      String text,
      List<String[]> speakers,
      List<String> tags,
      List<String> keyPoints) {}

  void add(Paper paper, Notes... notes) {
    handle
        .createUpdate(
            """
            INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at) VALUES
              (:id, :revision, 1, CAST(:at AS timestamptz))
            """)
        .bind("id", paper.id())
        .bind("revision", paper.revision())
        .bind("at", paper.submittedAt())
        .execute();
    revision(paper.id(), 1, paper.revision(), paper.submittedAt());
    handle
        .createUpdate(
            """
            INSERT INTO derived.document
              (document_id, revision, submission_id, submitted_at, media_type, event, event_slug, date,
               date_start, date_end, author, source_url, document_key, reading_text)
            VALUES
              (:id, :revision, :id, CAST(:at AS timestamptz), 'text/plain', :event, :eventSlug, :date,
               CAST(:first AS date), CAST(:last AS date), :author, :sourceUrl, NULL, :text)
            """)
        .bind("id", paper.id())
        .bind("revision", paper.revision())
        .bind("at", paper.submittedAt())
        .bind("event", paper.event())
        .bind("eventSlug", paper.eventSlug())
        .bind("date", paper.date())
        .bind("first", paper.firstDay())
        .bind("last", paper.lastDay())
        .bind("author", paper.author())
        .bind("sourceUrl", paper.sourceUrl())
        .bind("text", paper.text())
        .execute();
    Arrays.stream(notes).forEach(of -> add(paper, of));
  }

  private void revision(UUID document, int offset, @Nullable String revision, String submittedAt) {
    handle
        .createUpdate(
            """
            INSERT INTO recorded.revision (document_id, log_offset, revision, submission_id, submitted_at)
            VALUES (:id, :offset, :revision, :id, CAST(:at AS timestamptz))
            """)
        .bind("id", document)
        .bind("offset", offset)
        .bind("revision", revision)
        .bind("at", submittedAt)
        .execute();
  }

  /** A document that was there once. */
  void retracted(UUID document, String submittedAt, String retractedAt) {
    revision(document, 1, "%064x".formatted(1), submittedAt);
    revision(document, 2, null, retractedAt);
    handle.execute(
        "INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at)"
            + " VALUES (?, NULL, 2, CAST(? AS timestamptz))",
        document,
        submittedAt);
  }

  private void add(Paper paper, Notes notes) {
    int at = paper.text().indexOf(notes.text());
    int start = paper.text().codePointCount(0, at);
    handle
        .createUpdate(
            """
            INSERT INTO derived.talk
              (talk_id, title, event, event_slug, date, date_start, date_end, document_id, ordinal)
            VALUES
              (:talk, :title, :event, :eventSlug, :date, CAST(:first AS date), CAST(:last AS date),
               :document, :ordinal)
            ON CONFLICT DO NOTHING
            """)
        .bind("talk", notes.talkId())
        .bind("title", notes.title())
        .bind("event", paper.event())
        .bind("eventSlug", paper.eventSlug())
        .bind("date", paper.date())
        .bind("first", paper.firstDay())
        .bind("last", paper.lastDay())
        .bind("document", paper.id())
        .bind("ordinal", notes.ordinal())
        .execute();
    addSpeakers(notes);
    addTags(notes);
    handle
        .createUpdate(
            """
            INSERT INTO derived.talk_notes
              (talk_notes_id, talk_id, document_id, ordinal, title, line, span_start, span_end,
               body_start, confidence, language, analyser, sections, search, head, day, names)
            SELECT :id, :talk, :document, :ordinal, :title, :line, :start, :end, :start, 0.9, :language, '1',
                   '[{"title": "First part", "level": 1, "span": {"start": 3, "end": 9}}]',
                   search, ts_filter(search, '{a,b}'),
                   coalesce(d.date_start, CAST(d.submitted_at AT TIME ZONE 'UTC' AS date)), k.names
              FROM derived.search_vector(:language, :title, :speakers, :points, '', :text) AS search
              JOIN derived.document d ON d.document_id = :document
              JOIN derived.talk_names k ON k.talk_id = :talk
            """)
        .bind("id", notes.talkNotesId())
        .bind("talk", notes.talkId())
        .bind("document", paper.id())
        .bind("ordinal", notes.ordinal())
        .bind("title", notes.title())
        .bind("line", 1 + paper.text().substring(0, at).chars().filter(c -> c == '\n').count())
        .bind("start", start)
        .bind("end", start + notes.text().codePointCount(0, notes.text().length()))
        .bind("language", notes.language())
        .bind("speakers", String.join(" ", notes.speakers().stream().map(s -> s[1]).toList()))
        .bind("points", String.join(" ", notes.keyPoints()))
        .bind("text", notes.text())
        .execute();
    addKeyPoints(paper, notes);
  }

  private void addSpeakers(Notes notes) {
    for (int i = 0; i < notes.speakers().size(); i++) {
      String[] speaker = Arrays.copyOf(notes.speakers().get(i), 4);
      handle.execute(
          "INSERT INTO derived.talk_speaker (talk_id, ordinal, slug, name, handle, affiliation)"
              + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          notes.talkId(),
          i,
          speaker[0],
          speaker[1],
          speaker[2],
          speaker[3]);
    }
  }

  private void addTags(Notes notes) {
    for (int i = 0; i < notes.tags().size(); i++) {
      String tag = notes.tags().get(i);
      handle.execute(
          "INSERT INTO derived.talk_tag (talk_id, rank, slug, name, score)"
              + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          notes.talkId(),
          i + 1,
          tag.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
          tag,
          1.0 / (i + 1));
    }
  }

  private void addKeyPoints(Paper paper, Notes notes) {
    List<String> points = new ArrayList<>(notes.keyPoints());
    for (int i = 0; i < points.size(); i++) {
      String point = points.get(i);
      int start = paper.text().codePointCount(0, paper.text().indexOf(point));
      Integer leadIn = i == 0 ? Integer.valueOf(start - 5) : null;
      handle.execute(
          "INSERT INTO derived.key_point (talk_notes_id, rank, text, span_start, span_end,"
              + " lead_in_start, lead_in_end, score, reasons)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[{\"kind\": \"title\", \"value\": 0.5}]')",
          notes.talkNotesId(),
          i + 1,
          point,
          start,
          start + point.codePointCount(0, point.length()),
          leadIn,
          leadIn == null ? null : Integer.valueOf(leadIn + 4),
          1.0 / (i + 1));
    }
  }

  /** A name that a curator made another name of something. */
  void alias(String kind, String slug, String canonical) {
    handle.execute(
        "INSERT INTO recorded.canonical (kind, slug, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        kind,
        canonical,
        canonical);
    handle.execute(
        "INSERT INTO recorded.alias (kind, slug, name, canonical) VALUES (?, ?, ?, ?)",
        kind,
        slug,
        slug,
        canonical);
  }

  void redirect(UUID from, UUID to) {
    handle.execute(
        "INSERT INTO recorded.talk_redirect (talk_id, target_id) VALUES (?, ?)", from, to);
  }

  void submission(
      UUID id, @Nullable UUID document, String state, @Nullable String reason, String talks) {
    handle
        .createUpdate(
            """
            INSERT INTO recorded.submission
              (submission_id, document_id, revision, state, reason, submitted_at, processed_at,
               log_partition, log_offset, talks)
            VALUES
              (:id, CAST(:document AS uuid), NULL, :state, :reason, '2019-05-06T07:08:09.5+02',
               '2019-05-06T07:08:10+02', 0, 1, CAST(:talks AS jsonb))
            """)
        .bind("id", id)
        .bind("document", document)
        .bind("state", state)
        .bind("reason", reason)
        .bind("talks", talks)
        .execute();
  }
}
