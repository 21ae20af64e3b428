package io.confnotes.benchmarks.load.database;

import io.confnotes.benchmarks.load.talk.TalkGenerator;
import io.confnotes.benchmarks.load.talk.TalkGenerator.Document;
import io.confnotes.benchmarks.load.talk.TalkGenerator.Talk;
import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.Span;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The rows of invented documents, as summary-service stores them. What can be derived from these in
 * SQL is left to {@link Completion}.
 */
final class TalkRows {

  private static final int DOCUMENTS_AT_ONCE = 200;
  private static final int KEY_POINTS = 8;

  /** As many as summary-service lets search look in. */
  private static final int SEARCHED_KEY_POINTS = 5;

  private static final String REASONS =
      """
      [{"kind": "centrality", "value": 0.61}, {"kind": "position", "value": 0.25}]""";

  private static final String NOTES =
      """
      INSERT INTO derived.talk_notes (talk_notes_id, talk_id, document_id, ordinal, title, line, span_start, span_end,
                                      body_start, confidence, language, analyser, sections, blocks, search, head, day,
                                      names)
      SELECT s.talk_notes_id, s.talk_id, s.document_id, s.ordinal, s.title, s.line, s.span_start, s.span_end,
             s.body_start, 0.9, s.language, 'benchmark', '[]', s.blocks, search, ts_filter(search, '{a,b}'), s.day,
             s.names
        FROM seeded s
       CROSS JOIN LATERAL derived.search_vector(s.language, s.title, s.speaker, s.key_points, '', s.body) AS search
      """;

  private final Connection connection;
  private final StringBuilder document = new StringBuilder();
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder talk = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();
  private final StringBuilder speaker = new StringBuilder();
  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder point = new StringBuilder();

  TalkRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Inserts documents, some in a transaction.
   *
   * @param numbers of the documents
   * @param done told how many talks were inserted since it was told last
   */
  void insert(TalkGenerator generator, IntStream numbers, IntConsumer done)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Foreign keys hold by themselves
      statement.execute("SET session_replication_role = replica");
      statement.execute(
          """
          CREATE TEMPORARY TABLE seeded (talk_notes_id uuid, talk_id uuid, document_id uuid, ordinal integer, title text,
            line integer, speaker text, key_points text, body text, span_start integer, span_end integer,
            body_start integer, language text, blocks integer[], day date, names text[]) ON COMMIT DELETE ROWS
          """);
    }
    int documents = 0;
    int talks = 0;
    for (int number : (Iterable<Integer>) numbers::iterator) {
      Document made = generator.document(number);
      add(made);
      documents++;
      talks += made.talks().size();
      if (documents == DOCUMENTS_AT_ONCE) {
        flush();
        done.accept(talks);
        documents = 0;
        talks = 0;
      }
    }
    flush();
    done.accept(talks);
  }

  private void add(Document of) {
    String submitted = of.date() + "T10:00:00Z";
    row(
        document,
        of.id(),
        of.revision(),
        of.submissionId(),
        submitted,
        "text/plain",
        of.event(),
        of.eventSlug(),
        of.date(),
        of.date(),
        of.date(),
        "Ines",
        of.readingText());
    row(head, of.id(), of.revision(), of.number(), submitted);
    int line = 1;
    for (int ordinal = 0; ordinal < of.talks().size(); ordinal++) {
      Talk each = of.talks().get(ordinal);
      row(
          talk,
          each.id(),
          each.title(),
          of.event(),
          of.eventSlug(),
          of.date(),
          of.date(),
          of.date(),
          of.id(),
          ordinal);
      add(of, each, ordinal, line);
      line += each.sentences().size() + 2;
    }
  }

  private void add(Document of, Talk each, int ordinal, int line) {
    List<String> points =
        IntStream.range(0, Math.min(KEY_POINTS, each.sentences().size()))
            .mapToObj(each::sentence)
            .toList();
    row(
        notes,
        each.notesId(),
        each.id(),
        of.id(),
        ordinal,
        each.title(),
        line,
        each.speaker(),
        points.stream().limit(SEARCHED_KEY_POINTS).collect(Collectors.joining("\n")),
        each.text(),
        each.start(),
        each.start() + each.text().length(),
        each.bodyStart(),
        each.language(),
        blocks(each),
        of.date(),
        names(of, each));
    row(speaker, each.id(), 0, Slug.of(each.speaker()), each.speaker());
    for (int rank = 1; rank <= each.tags().size(); rank++) {
      String name = each.tags().get(rank - 1);
      row(tag, each.id(), rank, Slug.of(name), name, 1.0 / rank);
    }
    for (int rank = 1; rank <= points.size(); rank++) {
      Span span = each.sentences().get(rank - 1);
      row(
          point,
          each.notesId(),
          rank,
          points.get(rank - 1),
          span.start(),
          span.end(),
          1.0 / rank,
          REASONS);
    }
  }

  /** Each sentence is an item of a list. */
  private static String blocks(Talk talk) {
    return talk.sentences().stream()
        .map(span -> "2,1," + span.start() + "," + span.end())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String names(Document of, Talk talk) {
    return Stream.concat(
            Stream.of("event:" + of.eventSlug(), "speaker:" + Slug.of(talk.speaker())),
            talk.tags().stream().map(tag -> "tag:" + Slug.of(tag)))
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void row(StringBuilder rows, Object... values) {
    for (int i = 0; i < values.length; i++) {
      String value = String.valueOf(values[i]);
      rows.append(i == 0 ? "" : "\t")
          .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
    }
    rows.append('\n');
  }

  private void flush() throws SQLException, IOException {
    copy(
        "derived.document (document_id, revision, submission_id, submitted_at, media_type, event,"
            + " event_slug, date, date_start, date_end, author, reading_text)",
        document);
    copy("derived.document_head (document_id, revision, log_offset, first_submitted_at)", head);
    copy(
        "derived.talk (talk_id, title, event, event_slug, date, date_start, date_end, document_id,"
            + " ordinal)",
        talk);
    copy(
        "seeded (talk_notes_id, talk_id, document_id, ordinal, title, line, speaker, key_points,"
            + " body, span_start, span_end, body_start, language, blocks, day, names)",
        notes);
    try (Statement statement = connection.createStatement()) {
      statement.execute(NOTES);
    }
    copy("derived.talk_speaker (talk_id, ordinal, slug, name)", speaker);
    copy("derived.talk_tag (talk_id, rank, slug, name, score)", tag);
    copy(
        "derived.key_point (talk_notes_id, rank, text, span_start, span_end, score, reasons)",
        point);
    connection.commit();
  }

  private void copy(String into, StringBuilder rows) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + into + " FROM STDIN", new StringReader(rows.toString()));
    rows.setLength(0);
  }
}
