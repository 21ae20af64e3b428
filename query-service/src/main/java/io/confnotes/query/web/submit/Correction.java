package io.confnotes.query.web.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a line of the notes.
 *
 * @param line from 1
 * @param text what stands on it, by which it is found again when lines move
 * @param talk whether a talk begins on it
 * @param title null as it is detected
 * @param speakers null as they are detected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Correction(
    int line, String text, boolean talk, @Nullable String title, @Nullable List<Speaker> speakers) {

  /** That a talk begins on a line, or that none does. */
  static Correction of(int line, String text, boolean talk) {
    return new Correction(line, text, talk, null, null);
  }

  Correction onLine(int moved) {
    return new Correction(moved, text, talk, title, speakers);
  }

  /** As ingest-service takes it. */
  Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("line", line);
    if (!talk) {
      request.put("talk", false);
      return request;
    }
    if (title != null) {
      request.put("title", title);
    }
    if (speakers != null) {
      request.put("speakers", speakers);
    }
    return request;
  }
}
