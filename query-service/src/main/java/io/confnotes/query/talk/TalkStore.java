package io.confnotes.query.talk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.database.Database;
import io.confnotes.query.talk.TalkNotes.Block;
import io.confnotes.query.talk.TalkNotes.KeyPoint;
import io.confnotes.query.talk.TalkNotes.Reason;
import io.confnotes.query.talk.TalkNotes.Section;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads talks. */
@Singleton
public final class TalkStore {

  /** How many key points of each author's notes are usual. */
  public static final int KEY_POINTS = 5;

  /** Kinds by the numbers that stand for them in tables. */
  private static final List<String> BLOCK_KINDS =
      List.of("heading", "paragraph", "list-item", "quote", "code");

  private final Database database;
  private final ObjectMapper mapper;

  TalkStore(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** At most {@code limit} talks, after one or from the first. */
  public List<TalkItem> list(
      TalkFilter filter, TalkOrder order, @Nullable TalkPosition after, int limit) {
    return database.read(
        handle -> {
          TalkFilter.Resolved resolved = filter.resolve(handle);
          String sql =
              """
              SELECT 0 AS score, NULL AS marked, t.title, t.event, t.event_slug, t.date, %s
                FROM api.talk t
               WHERE %s %s %s
               ORDER BY %s
               LIMIT :limit
              """
                  .formatted(
                      TalkPosition.COLUMNS,
                      after == null ? "true" : order.after(),
                      resolved.conditions(),
                      resolved.days(order.day()),
                      order.columns());
          Query query = resolved.bind(handle.createQuery(sql)).bind("limit", limit);
          return items(handle, after == null ? query : after.bind(query));
        });
  }

  /** The talks of these ids, in no order. */
  public static List<TalkItem> items(Handle handle, Collection<UUID> ids) {
    String sql =
        """
        SELECT 0 AS score, NULL AS marked, t.title, t.event, t.event_slug, t.date, %s
          FROM api.talk t
         WHERE t.talk_id = ANY(:ids)
        """
            .formatted(TalkPosition.COLUMNS);
    return items(handle, handle.createQuery(sql).bind("ids", ids.toArray(UUID[]::new)));
  }

  /**
   * Runs a query for items.
   *
   * @param query gives score, marked (the snippet, or null), title, event, event_slug, date, and
   *     {@link TalkPosition#COLUMNS}
   */
  public static List<TalkItem> items(Handle handle, Query query) {
    List<TalkItem> bare = query.map((row, context) -> item(row)).list();
    TalkParts parts = TalkParts.read(handle, bare.stream().map(TalkItem::id).toList());
    return bare.stream()
        .map(
            item ->
                new TalkItem(
                    item.id(),
                    item.title(),
                    item.event(),
                    item.eventSlug(),
                    item.date(),
                    parts.speakersOf(item.id()),
                    parts.tagsOf(item.id()),
                    item.snippet(),
                    item.rank()))
        .toList();
  }

  private static TalkItem item(ResultSet row) throws SQLException {
    UUID id = row.getObject("talk_id", UUID.class);
    String marked = row.getString("marked");
    return new TalkItem(
        id,
        row.getString("title"),
        row.getString("event"),
        row.getString("event_slug"),
        row.getString("date"),
        List.of(),
        List.of(),
        marked == null ? null : Snippet.ofMarked(marked),
        new TalkItem.Rank(
            row.getDouble("score"),
            new TalkPosition(
                row.getObject("date_start", LocalDate.class),
                row.getObject("document_id", UUID.class),
                row.getInt("ordinal"),
                id)));
  }

  /**
   * One talk, if there is one of that id.
   *
   * @param mostKeyPoints how many key points of each author's notes, at most
   * @param withText whether the text of the notes is wanted, too
   */
  public Optional<Talk> find(UUID id, int mostKeyPoints, boolean withText) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT t.title, t.event, t.event_slug, t.date
                      FROM api.talk t
                     WHERE t.talk_id = :id
                    """)
                .bind("id", id)
                .map(
                    (row, context) ->
                        talk(handle, id, notes(handle, id, mostKeyPoints, withText), row))
                .findOne());
  }

  private static Talk talk(Handle handle, UUID id, List<TalkNotes> notes, ResultSet row)
      throws SQLException {
    TalkParts parts = TalkParts.read(handle, List.of(id));
    return new Talk(
        id,
        row.getString("title"),
        row.getString("event"),
        row.getString("event_slug"),
        row.getString("date"),
        parts.speakersOf(id),
        parts.tagsOf(id),
        notes);
  }

  private List<TalkNotes> notes(Handle handle, UUID id, int mostKeyPoints, boolean withText) {
    Map<UUID, List<KeyPoint>> keyPoints = keyPoints(handle, id, mostKeyPoints);
    Map<UUID, Body> bodies = withText ? bodies(handle, id) : Map.of();
    return handle
        .createQuery(
            """
            SELECT talk_notes_id, document_id, author, source_url, title, line, span_start, span_end,
                   confidence, language, sections
              FROM api.talk_notes
             WHERE talk_id = :id
             ORDER BY first_submitted_at, document_id, ordinal
            """)
        .bind("id", id)
        .map((row, context) -> notes(row, keyPoints, bodies))
        .list();
  }

  private TalkNotes notes(
      ResultSet row, Map<UUID, List<KeyPoint>> keyPoints, Map<UUID, Body> bodies)
      throws SQLException {
    UUID id = row.getObject("talk_notes_id", UUID.class);
    Body body = bodies.get(id);
    return new TalkNotes(
        id,
        row.getObject("document_id", UUID.class),
        row.getString("author"),
        row.getString("source_url"),
        row.getString("title"),
        row.getInt("line"),
        new Span(row.getInt("span_start"), row.getInt("span_end")),
        row.getDouble("confidence"),
        row.getString("language"),
        list(row.getString("sections"), Section[].class),
        keyPoints.getOrDefault(id, List.of()),
        body == null ? null : body.text(),
        body == null ? null : body.blocks());
  }

  private <T> List<T> list(String json, Class<T[]> type) {
    try {
      return List.of(mapper.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Rows are not as the schema says", e);
    }
  }

  private record KeyPointOf(UUID talkNotesId, KeyPoint keyPoint) {}

  private Map<UUID, List<KeyPoint>> keyPoints(Handle handle, UUID id, int most) {
    return handle
        .createQuery(
            """
            SELECT p.talk_notes_id, p.rank, p.text, p.span_start, p.span_end,
                   p.lead_in_start, p.lead_in_end, p.score, p.reasons
              FROM api.talk_notes n
              JOIN api.key_point p USING (talk_notes_id)
             WHERE n.talk_id = :id AND p.rank <= :most
             ORDER BY p.talk_notes_id, p.rank
            """)
        .bind("id", id)
        .bind("most", most)
        .map((row, context) -> keyPoint(row))
        .stream()
        .collect(
            Collectors.groupingBy(
                KeyPointOf::talkNotesId,
                Collectors.mapping(KeyPointOf::keyPoint, Collectors.toList())));
  }

  private KeyPointOf keyPoint(ResultSet row) throws SQLException {
    Integer leadIn = row.getObject("lead_in_start", Integer.class);
    return new KeyPointOf(
        row.getObject("talk_notes_id", UUID.class),
        new KeyPoint(
            row.getString("text"),
            new Span(row.getInt("span_start"), row.getInt("span_end")),
            leadIn == null ? null : new Span(leadIn, row.getInt("lead_in_end")),
            row.getInt("rank"),
            row.getDouble("score"),
            list(row.getString("reasons"), Reason[].class)));
  }

  /** Where a talk went that was merged into another, through all later merges. */
  public Optional<UUID> redirect(UUID id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    WITH RECURSIVE way (talk_id, step) AS (
                      SELECT target_id, 1 FROM api.talk_redirect WHERE talk_id = :id
                      UNION ALL
                      SELECT r.target_id, w.step + 1
                        FROM way w JOIN api.talk_redirect r USING (talk_id)
                       WHERE w.step < 20
                    )
                    SELECT talk_id FROM way ORDER BY step DESC LIMIT 1
                    """)
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
  }

  /** The text of notes, and its blocks. */
  private record Body(String text, List<Block> blocks) {}

  /** Those of each of a talk's notes, by the id of the talk notes. */
  private static Map<UUID, Body> bodies(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT n.talk_notes_id, coalesce(n.blocks, '{}') AS blocks,
                   substr(d.reading_text, n.span_start + 1, n.span_end - n.span_start) AS text
              FROM api.talk_notes n
              JOIN api.document d USING (document_id)
             WHERE n.talk_id = :id
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("talk_notes_id", UUID.class),
                    new Body(
                        row.getString("text"),
                        blocks((Integer[]) row.getArray("blocks").getArray()))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Four numbers a block: kind, level, start, end. */
  private static List<Block> blocks(Integer[] numbers) {
    return IntStream.iterate(0, i -> i < numbers.length, i -> i + 4)
        .mapToObj(
            i ->
                new Block(
                    BLOCK_KINDS.get(numbers[i]),
                    numbers[i + 1],
                    new Span(numbers[i + 2], numbers[i + 3])))
        .toList();
  }

  /** The first key point of each talk that has any, of its earliest notes. */
  public Map<UUID, String> firstKeyPoints(Collection<UUID> ids) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT ON (n.talk_id) n.talk_id, p.text
                      FROM api.talk_notes n
                      JOIN api.key_point p USING (talk_notes_id)
                     WHERE n.talk_id = ANY(:ids) AND p.rank = 1
                     ORDER BY n.talk_id, n.first_submitted_at, n.document_id, n.ordinal
                    """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                    (row, context) ->
                        Map.entry(row.getObject("talk_id", UUID.class), row.getString("text")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
