package io.confnotes.query.search.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One author's notes of a talk that answer a query.
 *
 * @param score how well: at least 1 where title or speakers alone answer it; 0 if that was not
 *     asked for
 */
public record Hit(UUID talkId, UUID talkNotesId, double score) {

  static Hit of(ResultSet row) throws SQLException {
    return new Hit(
        row.getObject("talk_id", UUID.class),
        row.getObject("talk_notes_id", UUID.class),
        row.getDouble("score"));
  }
}
