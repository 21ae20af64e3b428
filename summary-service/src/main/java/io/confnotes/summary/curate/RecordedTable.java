package io.confnotes.summary.curate;

import java.util.List;
import java.util.Locale;

/** The tables of schema {@code recorded} that decisions are kept in. */
enum RecordedTable {
  CANONICAL("kind", "slug"),
  ALIAS("kind", "slug"),
  TALK_ASSIGNMENT("talk_notes_id"),
  TALK_REDIRECT("talk_id"),
  SPEAKER_ASSIGNMENT("talk_id", "slug"),
  EVENT_ASSIGNMENT("document_id");

  private final List<String> key;

  RecordedTable(String... key) {
    this.key = List.of(key);
  }

  /** The columns of its primary key. */
  List<String> key() {
    return key;
  }

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RecordedTable of(String sqlName) {
    return valueOf(sqlName.toUpperCase(Locale.ROOT));
  }
}
