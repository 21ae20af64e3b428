package io.confnotes.query.talk;

import io.confnotes.query.parameter.Choice;

/**
 * How lists of talks are sorted. Those without a date come last; those of one day are in the order
 * of their document; the ids make it total.
 */
public enum TalkOrder implements Choice {
  DATE(
      "date",
      "coalesce(t.date_start, 'infinity')",
      "",
      """
      (coalesce(t.date_start, 'infinity'), t.document_id, t.ordinal, t.talk_id)
        > (coalesce(CAST(:afterDate AS date), 'infinity'), :afterDocument, :afterOrdinal, :afterTalk)
      """),
  NEWEST(
      "-date",
      "coalesce(t.date_start, '-infinity')",
      " DESC",
      """
      coalesce(t.date_start, '-infinity') <= coalesce(CAST(:afterDate AS date), '-infinity')
      AND (coalesce(t.date_start, '-infinity') < coalesce(CAST(:afterDate AS date), '-infinity')
           OR (t.document_id, t.ordinal, t.talk_id) > (:afterDocument, :afterOrdinal, :afterTalk))
      """);

  private final String label;
  private final String day;
  private final String direction;
  private final String after;

  TalkOrder(String label, String day, String direction, String after) {
    this.label = label;
    this.day = day;
    this.direction = direction;
    this.after = after;
  }

  @Override
  public String label() {
    return label;
  }

  /** The first day of {@code api.talk t}, as it is sorted by. */
  public String day() {
    return day;
  }

  /** What to sort {@code api.talk t} by: there is an index for it. */
  public String columns() {
    return day + direction + ", t.document_id, t.ordinal, t.talk_id";
  }

  /**
   * The condition on {@code api.talk t} of coming after a place, whose parameters {@link
   * TalkPosition#bind} binds.
   */
  public String after() {
    return "(" + after + ")";
  }
}
