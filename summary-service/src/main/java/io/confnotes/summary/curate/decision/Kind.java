package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has a name that curators can change. */
public enum Kind {
  @JsonProperty("tag")
  TAG("tag", "derived.talk_notes_tag", "slug", "name"),
  @JsonProperty("speaker")
  SPEAKER("speaker", "derived.talk_notes_speaker", "slug", "name"),
  @JsonProperty("event")
  EVENT("event", "derived.document", "event_slug", "event");

  private final String word;

  /** Where the names are that stand in notes. */
  private final String table;

  private final String slugColumn;
  private final String nameColumn;

  Kind(String word, String table, String slugColumn, String nameColumn) {
    this.word = word;
    this.table = table;
    this.slugColumn = slugColumn;
    this.nameColumn = nameColumn;
  }

  String word() {
    return word;
  }

  /** Finds how a slug is written most often in notes. */
  String nameQuery() {
    return """
    SELECT %2$s FROM %1$s WHERE %3$s = :slug
     GROUP BY 1 ORDER BY count(*) DESC, %2$s COLLATE "C" LIMIT 1
    """
        .formatted(table, nameColumn, slugColumn);
  }
}
