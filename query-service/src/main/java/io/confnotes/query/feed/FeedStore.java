package io.confnotes.query.feed;

import io.confnotes.query.database.Database;
import io.confnotes.query.talk.TalkItem;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what feeds say of talks. */
@Singleton
final class FeedStore {

  private static final int KEY_POINTS = 3;

  private record Dated(UUID talkId, Instant published, Instant updated, List<String> keyPoints) {
    FeedEntry with(TalkItem talk) {
      return new FeedEntry(talk, published, updated, keyPoints);
    }
  }

  private final Database database;

  FeedStore(Database database) {
    this.database = database;
  }

  /** The entries of talks, in their order; of those that are there. */
  List<FeedEntry> entries(List<TalkItem> talks) {
    UUID[] ids = talks.stream().map(TalkItem::id).toArray(UUID[]::new);
    Map<UUID, Dated> dated =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT n.talk_id, min(n.first_submitted_at) AS published, max(n.submitted_at) AS updated,
                               ARRAY(SELECT p.text FROM api.talk_notes s JOIN api.key_point p USING (talk_notes_id)
                                      WHERE s.talk_id = n.talk_id AND p.rank <= :most
                                      ORDER BY p.rank, s.first_submitted_at, s.talk_notes_id LIMIT :most) AS points
                          FROM api.talk_notes n
                         WHERE n.talk_id = ANY(:ids)
                         GROUP BY n.talk_id
                        """)
                    .bind("most", KEY_POINTS)
                    .bind("ids", ids)
                    .map((row, context) -> dated(row))
                    .stream()
                    .collect(Collectors.toMap(Dated::talkId, Function.identity())));
    return talks.stream()
        .flatMap(talk -> Stream.ofNullable(dated.get(talk.id())).map(times -> times.with(talk)))
        .toList();
  }

  private static Dated dated(ResultSet row) throws SQLException {
    return new Dated(
        row.getObject("talk_id", UUID.class),
        row.getObject("published", OffsetDateTime.class).toInstant(),
        row.getObject("updated", OffsetDateTime.class).toInstant(),
        List.of((String[]) row.getArray("points").getArray()));
  }
}
