package io.confnotes.ingest.http.body;

import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A body of type multipart/form-data, in memory: nothing of it is written to a disk.
 *
 * @param fields what is said about the files
 */
public record Form(Map<String, String> fields, List<File> files) {
  private static final Set<String> FIELDS =
      Set.of("event", "date", "author", "sourceUrl", "document", "talks");

  private static final int MAX_PARTS = 1000;
  private static final int MAX_HEADER_BYTES = 8192;

  /**
   * A file of a form.
   *
   * @param name as the sender has it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record File(String name, @Nullable MediaType type, byte[] content) {}

  /**
   * Reads the whole body.
   *
   * @param length the Content-Length, negative where it is not known
   * @throws RefusedException where it is longer than {@code most} bytes or no form
   */
  public static Form read(String contentType, InputStream body, long length, int most) {
    FileUpload upload = new FileUpload();
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    upload.setPartHeaderSizeMax(MAX_HEADER_BYTES);
    upload.setSizeMax(most);
    try {
      Form form = new Form(new HashMap<>(), new ArrayList<>());
      FileItemIterator parts = upload.getItemIterator(new Source(contentType, body, length));
      for (int count = 1; parts.hasNext(); count++) {
        if (count > MAX_PARTS) {
          throw Problem.tooLarge("A form may have %,d parts.".formatted(MAX_PARTS));
        }
        form.add(parts.next());
      }
      return form;
    } catch (FileUploadException | IOException | InvalidFileNameException e) {
      if (e instanceof SizeLimitExceededException
          || e.getCause() instanceof SizeLimitExceededException) {
        throw BoundedBody.tooLarge(most);
      }
      throw Problem.invalidBody("The body is no form: " + e.getMessage());
    }
  }

  private void add(FileItemStream part) throws IOException {
    byte[] content;
    try (InputStream in = part.openStream()) {
      content = in.readAllBytes();
    }
    String name = part.getName();
    if (part.isFormField()) {
      addField(part.getFieldName(), content);
    } else if (!name.isBlank()) {
      // A browser sends a part without name and content where no file was chosen
      files.add(new File(name, mediaType(part.getContentType()), content));
    }
  }

  private void addField(String name, byte[] content) {
    if (!FIELDS.contains(name)) {
      throw Problem.invalidParameter(
          name,
          "is neither a file (with curl: -F 'file=@notes.md') nor one of event, date, author,"
              + " sourceUrl, document and talks");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      if (fields.put(name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()) != null) {
        throw Problem.invalidParameter(name, "is there twice");
      }
    } catch (CharacterCodingException e) {
      throw Problem.invalidParameter(name, "is not in UTF-8");
    }
  }

  private static @Nullable MediaType mediaType(@Nullable String type) {
    try {
      return type == null ? null : MediaType.valueOf(type);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Source(String getContentType, InputStream getInputStream, long contentLength)
      implements UploadContext {

    @Override
    public @Nullable String getCharacterEncoding() {
      return null;
    }

    @Override
    @SuppressWarnings("deprecation") // the library asks contentLength() instead
    public int getContentLength() {
      return (int) contentLength;
    }
  }
}
