package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The talk notes that are looked at: a bounded number, however many a word is in. Talks whose title
 * or speaker is what was typed come first, then those whose title, speakers or key points answer
 * the query, then those whose notes do; the newest of each.
 *
 * @param query what was asked for; empty if that is nothing
 * @param named the talks that are called what was typed
 * @param notes those of all candidates
 * @param all whether there are no more talks that answer the query
 */
public record Candidates(
    Optional<NotesQuery> query, Set<UUID> named, Set<Notes> notes, boolean all) {

  /** The most talks of one title or speaker that are put first. */
  private static final int NAMED = 100;

  private static final String OF_NAME =
      """
      SELECT n.talk_id, n.talk_notes_id
        FROM ((SELECT t.talk_id FROM api.talk t
                WHERE left(api.plain(t.title), 100) COLLATE "C" = left(api.plain(:name), 100)
                  AND api.plain(t.title) = api.plain(:name) %1$s
                ORDER BY %2$s
                LIMIT :named)
              UNION
              (SELECT t.talk_id FROM api.talk t
                WHERE t.talk_id IN (SELECT s.talk_id FROM api.talk_speaker s WHERE api.plain(s.name) = api.plain(:name))
                  %1$s
                ORDER BY %2$s
                LIMIT :named)) AS called
        JOIN api.talk_search n USING (talk_id)
       ORDER BY n.talk_id, n.talk_notes_id
      """;

  /** One author's notes of a talk. */
  public record Notes(UUID talkId, UUID talkNotesId) {
    static Notes of(ResultSet row) throws SQLException {
      return new Notes(
          row.getObject("talk_id", UUID.class), row.getObject("talk_notes_id", UUID.class));
    }
  }

  /** How many talks they are of. */
  public TalkCount talks() {
    return new TalkCount(notes.stream().map(Notes::talkId).distinct().count(), all);
  }

  /**
   * Looks for them, in a transaction.
   *
   * @param typed the words, which may be a name
   * @param asked what else is asked of the talks
   * @param bound the most notes
   */
  public static Candidates of(Handle handle, String typed, TalkFilter asked, int bound) {
    // The planner takes the reading of vectors for free, and would read all of them
    handle.execute("SET LOCAL enable_seqscan = off");
    TalkFilter.Resolved filter = asked.resolve(handle);
    Optional<NotesQuery> query = NotesQuery.of(handle, typed);
    List<Notes> called = named(handle, typed.replace('"', ' '), filter);
    Set<UUID> named = called.stream().map(Notes::talkId).collect(Collectors.toSet());
    Set<Notes> notes = new LinkedHashSet<>(called);
    boolean all = true;
    for (NotesVector vector : NotesVector.values()) {
      if (query.isPresent() && all) {
        NotesVector.Newest found = vector.newest(handle, query.get(), filter, bound);
        all = found.all();
        for (Notes next : found.notes()) {
          if (notes.size() < bound) {
            notes.add(next);
          }
        }
      }
    }
    return new Candidates(query, named, notes, all);
  }

  /**
   * The newest notes that answer a query, wherever its words are in them, in a transaction.
   *
   * @param bound the most notes
   */
  public static Candidates newest(Handle handle, String typed, TalkFilter asked, int bound) {
    handle.execute("SET LOCAL enable_seqscan = off");
    TalkFilter.Resolved filter = asked.resolve(handle);
    Optional<NotesQuery> query = NotesQuery.of(handle, typed);
    NotesVector.Newest newest =
        query
            .map(words -> NotesVector.SEARCH.newest(handle, words, filter, bound))
            .orElseGet(() -> new NotesVector.Newest(List.of(), true));
    return new Candidates(query, Set.of(), new LinkedHashSet<>(newest.notes()), newest.all());
  }

  private static List<Notes> named(Handle handle, String name, TalkFilter.Resolved filter) {
    return filter
        .bind(
            handle.createQuery(OF_NAME.formatted(filter.conditions(), TalkOrder.NEWEST.columns())))
        .bind("name", name)
        .bind("named", NAMED)
        .map((row, context) -> Notes.of(row))
        .list();
  }
}
