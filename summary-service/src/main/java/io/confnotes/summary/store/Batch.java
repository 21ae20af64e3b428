package io.confnotes.summary.store;

import java.util.List;
import java.util.Map;

/**
 * Records that are applied in one transaction.
 *
 * @param topicId the id of the topic they are from: a topic made anew is another log
 * @param ranges what the batch covers of each partition
 * @param changes in the order of the log
 */
public record Batch(String topicId, Map<Integer, Range> ranges, List<Change> changes) {

  /**
   * A stretch of one partition.
   *
   * @param from the offset that progress must have for the batch to be applied
   * @param to the offset that it has afterwards
   */
  public record Range(long from, long to) {}
}
