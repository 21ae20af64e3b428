package io.confnotes.query.talk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A talk's place in the order of lists: by date, those without one last; then as in the document;
 * the ids make it total.
 */
public record TalkPosition(
    @Nullable LocalDate dateStart, UUID documentId, int ordinal, UUID talkId) {

  /** The columns of {@code api.talk t} that hold it, in sorting order. */
  public static final String COLUMNS = "t.date_start, t.document_id, t.ordinal, t.talk_id";

  /** The fields of a cursor. */
  public @Nullable Object[] key() {
    return new @Nullable Object[] {dateStart, documentId, ordinal, talkId};
  }

  /** Reads what {@link #key} gave. */
  public static TalkPosition of(List<@Nullable String> key) {
    if (key.size() != 4) {
      throw new IllegalArgumentException("not a position");
    }
    String date = key.get(0);
    return new TalkPosition(
        date == null ? null : LocalDate.parse(date),
        UUID.fromString(key.get(1)),
        Integer.parseInt(key.get(2)),
        UUID.fromString(key.get(3)));
  }

  /** The condition on {@code api.talk t} of coming after this place. */
  public String after() {
    return TalkOrder.DATE.after();
  }

  /** Binds the parameters of {@link TalkOrder#after}. */
  public Query bind(Query query) {
    return query
        .bindByType("afterDate", dateStart, LocalDate.class)
        .bind("afterDocument", documentId)
        .bind("afterOrdinal", ordinal)
        .bind("afterTalk", talkId);
  }
}
