package io.confnotes.query.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What ingest-service understood of notes: of its answer, what a page shows. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Outline(List<Talk> talks) {

  /** A talk and the line it begins on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Talk(String title, List<Speaker> speakers, int line) {}

  /** A speaker by name. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Speaker(String name) {}
}
