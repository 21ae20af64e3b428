package io.confnotes.query.web.submit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ingest-service says of several files. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FilesAnswer(List<Item> items, List<Refusal> refused, int moreRefused) {

  FilesAnswer {
    items = items == null ? List.of() : List.copyOf(items);
    refused = refused == null ? List.of() : List.copyOf(refused);
  }

  /**
   * One that is accepted, or would be.
   *
   * @param submissionId null in a preview
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(String path, @Nullable UUID submissionId, List<Preview.Talk> talks) {}

  /** One that is not. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refusal(String path, String title, String detail) {}
}
