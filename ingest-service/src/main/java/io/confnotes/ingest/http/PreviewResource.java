package io.confnotes.ingest.http;

import io.confnotes.ingest.access.Scope;
import io.confnotes.ingest.context.Found;
import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.http.body.BodyMemory;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.Refusal;
import io.confnotes.ingest.http.problem.Refusals;
import io.confnotes.ingest.http.submission.MetadataParameters;
import io.confnotes.ingest.http.submission.Request;
import io.confnotes.ingest.http.submission.Submission;
import io.confnotes.ingest.http.submission.Upload;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.LeftOut;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what would be understood of a document, and publishes nothing. */
@Path("/api/v1/preview")
@Tag(name = "Notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.SUBMIT)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Problem")
@APIResponse(responseCode = "403", ref = "Problem")
public final class PreviewResource {
  private static final int MOST_BLOCKS = 10_000;
  private static final int MOST_LEFT_OUT = 10_000;

  /**
   * What would be understood.
   *
   * @param mediaType the format that was read
   * @param readingText what the spans point into
   * @param event what the document says about its event, whatever the request says
   * @param date what the document says about its date, whatever the request says
   * @param talks what was understood, in the order of the document; may be empty, at most 500
   * @param moreTalks how many more there are; a document with any is not accepted
   * @param blocks what the reader made of the whole document, in order; at most 10,000
   * @param moreBlocks how many more there are
   * @param leftOut the stretches that belong to no talk; at most 10,000
   * @param moreLeftOut how many more there are
   */
  @Schema(name = "Preview")
  record Preview(
      UUID documentId,
      String revision,
      String mediaType,
      String readingText,
      @Nullable Found event,
      @Nullable Found date,
      List<Outline.Talk> talks,
      int moreTalks,
      List<BlockRead> blocks,
      int moreBlocks,
      List<LeftOut> leftOut,
      int moreLeftOut) {}

  /**
   * A block of the reading text.
   *
   * @param kind heading, paragraph, list-item, quote or code
   * @param level 1 to 6 for headings, the depth from 1 for list items, else 0
   * @param firstLine line of the source, from 1
   */
  @Schema(name = "PreviewBlock")
  record BlockRead(String kind, int level, Span span, int firstLine, int lastLine) {
    static BlockRead of(Block block) {
      return new BlockRead(
          block.kind().spelling(),
          block.level(),
          block.span(),
          block.firstLine(),
          block.lastLine());
    }
  }

  /**
   * What would be understood of several files. Their reading texts would be more than one answer
   * can hold: preview one by itself to see it.
   *
   * @param refused the first ones of those that would not be accepted
   * @param moreRefused how many more would not
   */
  @Schema(name = "PreviewFiles")
  record Several(List<Item> items, List<Refusal> refused, int moreRefused) {}

  /** One of several files. */
  @Schema(name = "PreviewFile")
  record Item(
      String path, UUID documentId, String revision, String mediaType, List<Outline.Talk> talks) {}

  private final BodyMemory memory;

  PreviewResource(BodyMemory memory) {
    this.memory = memory;
  }

  @POST
  @Operation(
      operationId = "previewNotes",
      summary = "Preview a document, or several files",
      description = "The same input and outline as a submission. Nothing is published.")
  @APIResponse(
      responseCode = "200",
      description = "The outline that was understood",
      content = @Content(schema = @Schema(oneOf = {Preview.class, Several.class})))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response preview(
      @BeanParam MetadataParameters parameters,
      @Context HttpHeaders headers,
      @RequestBody(ref = ApiDescription.NOTES) InputStream body)
      throws IOException {
    try (BodyMemory.Share _ = memory.reserve(headers)) {
      return switch (Request.read(headers, body, parameters)) {
        case Submission submission -> Response.ok(one(submission.document())).build();
        case Upload upload -> Response.ok(several(upload)).build();
      };
    }
  }

  private static Preview one(Document document) {
    List<Block> blocks = document.reading().blocks();
    List<LeftOut> leftOut = LeftOut.of(document.reading(), document.talks());
    return new Preview(
        document.documentId(),
        document.revision(),
        document.reading().format().mediaType(),
        document.reading().text(),
        document.context().event(),
        document.context().date(),
        Outline.of(document),
        Math.max(0, document.talks().size() - Document.MAX_TALKS),
        blocks.stream().limit(MOST_BLOCKS).map(BlockRead::of).toList(),
        Math.max(0, blocks.size() - MOST_BLOCKS),
        leftOut.stream().limit(MOST_LEFT_OUT).toList(),
        Math.max(0, leftOut.size() - MOST_LEFT_OUT));
  }

  private static Several several(Upload upload) throws IOException {
    Refusals refusals = new Refusals();
    Acceptance acceptance = new Acceptance(InstantSource.system());
    List<Item> items = new ArrayList<>();
    upload.forEach(submission -> items.add(item(acceptance.next(submission))), refusals);
    if (items.isEmpty()) {
      throw Problem.nothingAccepted(refusals, false);
    }
    return new Several(items, refusals.listed(), refusals.unlisted());
  }

  private static Item item(Document document) {
    return new Item(
        String.valueOf(document.path()),
        document.documentId(),
        document.revision(),
        document.reading().format().mediaType(),
        Outline.of(document));
  }
}
