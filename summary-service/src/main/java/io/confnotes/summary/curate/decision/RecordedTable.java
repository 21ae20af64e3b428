package io.confnotes.summary.curate.decision;

import java.util.List;
import java.util.Locale;

/** The tables of schema {@code recorded} that decisions are kept in. */
enum RecordedTable {
  CANONICAL,
  ALIAS,
  TALK_ASSIGNMENT,
  TALK_REDIRECT,
  SPEAKER_ASSIGNMENT,
  EVENT_ASSIGNMENT;

  static RecordedTable of(String sqlName) {
    return valueOf(sqlName.toUpperCase(Locale.ROOT));
  }

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns of its primary key. */
  List<String> key() {
    return switch (this) {
      case CANONICAL, ALIAS -> List.of("kind", "slug");
      case TALK_ASSIGNMENT -> List.of("talk_notes_id");
      case TALK_REDIRECT -> List.of("talk_id");
      case SPEAKER_ASSIGNMENT -> List.of("talk_id", "slug");
      case EVENT_ASSIGNMENT -> List.of("document_id");
    };
  }
}
