package io.confnotes.summary.store;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How far the log was applied. It is advanced in the transaction that writes the rows, and only
 * from the offset that its writer saw, so that of two owners of a partition one fails.
 */
final class Progress {
  private Progress() {}

  /** The next offset of a partition; {@code beginning} is recorded where there is none yet. */
  static long read(Handle handle, String topicId, int partition, long beginning) {
    handle
        .createUpdate(
            """
            INSERT INTO derived.progress (topic_id, partition, next_offset)
            VALUES (:topicId, :partition, :beginning)
            ON CONFLICT DO NOTHING
            """)
        .bind("topicId", topicId)
        .bind("partition", partition)
        .bind("beginning", beginning)
        .execute();
    return handle
        .createQuery(
            """
            SELECT next_offset FROM derived.progress
             WHERE topic_id = :topicId AND partition = :partition
            """)
        .bind("topicId", topicId)
        .bind("partition", partition)
        .mapTo(long.class)
        .one();
  }

  static void advance(Handle handle, Batch batch) throws StoreException.Overtaken {
    for (Map.Entry<Integer, Batch.Range> entry : batch.ranges().entrySet()) {
      int updated =
          handle
              .createUpdate(
                  """
                  UPDATE derived.progress SET next_offset = :to
                   WHERE topic_id = :topicId AND partition = :partition AND next_offset = :from
                  """)
              .bind("topicId", batch.topicId())
              .bind("partition", entry.getKey())
              .bind("from", entry.getValue().from())
              .bind("to", entry.getValue().to())
              .execute();
      if (updated != 1) {
        throw new StoreException.Overtaken(entry.getKey(), entry.getValue().from());
      }
    }
  }
}
