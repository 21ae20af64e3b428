package io.confnotes.ingest.http;

import io.confnotes.ingest.http.problem.Refusal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers to submissions. */
final class Accepted {
  private Accepted() {}

  /**
   * Of one document.
   *
   * @param status the address to poll for what became of the submission
   * @param talks what was understood, in the order of the document
   */
  @Schema(name = "Accepted")
  record One(
      UUID submissionId, UUID documentId, String revision, URI status, List<Outline.Talk> talks) {}

  /**
   * Of several files.
   *
   * @param refused the first ones of those that were not accepted
   * @param moreRefused how many more were not
   */
  @Schema(name = "AcceptedFiles")
  record Several(List<Item> items, List<Refusal> refused, int moreRefused) {}

  /** One of several files. */
  @Schema(name = "AcceptedFile")
  record Item(
      @Schema(examples = "2024/harbour-days.md") String path,
      UUID submissionId,
      UUID documentId,
      String revision,
      URI status,
      String mediaType,
      List<Outline.Talk> talks) {}
}
