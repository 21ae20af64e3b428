package io.confnotes.query.change;

import io.confnotes.query.change.Change.Position;
import io.confnotes.query.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads what changed. */
@Singleton
final class ChangeStore {

  /** Comes after every talk of a commit. */
  private static final UUID LAST = new UUID(-1, -1);

  private final Database database;

  ChangeStore(Database database) {
    this.database = database;
  }

  /** After all that was committed by now. */
  Position now() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT last FROM api.change_clock")
                .map((row, context) -> new Position(row.getLong("last"), LAST))
                .one());
  }

  /** At most {@code limit} changes after one, in the order of commits. */
  List<Change> after(Position position, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT change_id, talk_id, there
                      FROM api.talk_change
                     WHERE (change_id, talk_id) > (:change, :talk)
                     ORDER BY change_id, talk_id
                     LIMIT :limit
                    """)
                .bind("change", position.change())
                .bind("talk", position.talkId())
                .bind("limit", limit)
                .map(
                    (row, context) -> {
                      UUID talk = row.getObject("talk_id", UUID.class);
                      return new Change(
                          new Position(row.getLong("change_id"), talk),
                          talk,
                          row.getBoolean("there") ? "stored" : "removed");
                    })
                .list());
  }
}
