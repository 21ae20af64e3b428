package io.confnotes.ingest.http.submission;

import io.confnotes.ingest.http.body.BodyKind;
import io.confnotes.ingest.http.body.BoundedBody;
import io.confnotes.ingest.http.body.Form;
import io.confnotes.ingest.http.problem.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/**
 * What {@code POST /api/v1/notes} and {@code POST /api/v1/preview} have in common: one document, or
 * several files.
 */
public sealed interface Request permits Submission, Upload {

  /**
   * Reads a request up to its bounds.
   *
   * @throws RefusedException where it is too large or not understood
   */
  static Request read(HttpHeaders headers, InputStream body, MetadataParameters parameters)
      throws IOException {
    MediaType type = BodyKind.mediaType(headers);
    BodyKind kind = BodyKind.of(type);
    int length = headers.getLength();
    int most = kind.maxBytes();
    return switch (kind) {
      case TEXT -> {
        var format = Submission.format(BodyKind.name(type));
        byte[] bytes = BoundedBody.read(body, length, most);
        yield Submission.ofText(bytes, type, format, parameters);
      }
      case JSON ->
          SubmissionRequest.parse(BoundedBody.read(body, length, most)).submission(parameters);
      case FORM ->
          Upload.ofForm(
              Form.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, length, most),
              parameters);
      case ARCHIVE -> Upload.ofArchive(BoundedBody.read(body, length, most), type, parameters);
    };
  }
}
