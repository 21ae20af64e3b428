package io.confnotes.ingest.http.body;

import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a request's body up to a bound; what is beyond it stays unread. */
public final class BoundedBody {
  private BoundedBody() {}

  /**
   * Reads the whole body.
   *
   * @param declaredLength the Content-Length, negative where it is not known
   * @throws RefusedException where the body is longer than {@code most} bytes
   */
  public static byte[] read(InputStream body, long declaredLength, int most) throws IOException {
    if (declaredLength > most) {
      throw tooLarge(most);
    }
    if (declaredLength >= 0) {
      // Without copies on the way: a body may take a good part of the heap
      byte[] bytes = new byte[(int) declaredLength];
      int read = body.readNBytes(bytes, 0, bytes.length);
      return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  /** The refusal of a body of more than {@code most} bytes. */
  public static RefusedException tooLarge(int most) {
    return Problem.tooLarge(
        "A body of this kind may have %,d bytes. Split the document and submit the parts."
            .formatted(most));
  }
}
