package io.confnotes.ingest.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body up to a bound; what is beyond it stays unread. */
final class BoundedBody {
  private BoundedBody() {}

  /**
   * @param declaredLength the Content-Length, negative where it is not known
   * @throws RefusedException where the body is longer than {@code most} bytes
   */
  static byte[] read(InputStream body, long declaredLength, int most) throws IOException {
    if (declaredLength > most) {
      throw tooLarge(most);
    }
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  static RefusedException tooLarge(int most) {
    return Problem.tooLarge(
        "A body of this kind may have %,d bytes. Split the document and submit the parts."
            .formatted(most));
  }
}
