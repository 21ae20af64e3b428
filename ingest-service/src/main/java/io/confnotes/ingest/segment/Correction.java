package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about one line of a document; it wins over what was detected there.
 *
 * @param line a line of the source, from 1
 * @param talk whether a talk begins on this line; where not, title and speakers are ignored
 * @param title null keeps what was detected, or else what the line says
 * @param speakers null keeps what was detected; empty says that nobody is named
 */
public record Correction(
    int line, boolean talk, @Nullable String title, @Nullable List<Speaker> speakers) {

  public Correction {
    if (line < 1) {
      throw new IllegalArgumentException("Lines count from 1, not " + line);
    }
    speakers = speakers == null ? null : List.copyOf(speakers);
  }
}
