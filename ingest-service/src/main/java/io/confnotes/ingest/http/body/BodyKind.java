package io.confnotes.ingest.http.body;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body can be, by its Content-Type. */
public enum BodyKind {
  /** One document as it is. */
  TEXT(SourceText.MAX_ENCODED_BYTES),
  /**
   * One document with what is said about it. Escapes can take six bytes where UTF-8 takes one; a
   * text that needs more than this is rare enough.
   */
  JSON(8 << 20),
  /** Several files and archives. */
  FORM(32 << 20),
  /** A folder of files. */
  ARCHIVE(32 << 20);

  /** The bytes of any body, at most. */
  public static final int MAX_BYTES = 32 << 20;

  private static final Set<String> ARCHIVES =
      Set.of(
          "application/zip",
          "application/x-zip-compressed",
          "application/gzip",
          "application/x-gzip",
          "application/x-tar",
          "application/x-gtar",
          "application/x-compressed-tar");

  private final int maxBytes;

  BodyKind(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The bytes of such a body, at most. */
  public int maxBytes() {
    return maxBytes;
  }

  /**
   * The bytes that a body with this Content-Type may have, at most.
   *
   * @param contentType as it is in the request
   */
  public static int maxBytes(@Nullable String contentType) {
    try {
      return contentType == null ? TEXT.maxBytes : of(MediaType.valueOf(contentType)).maxBytes;
    } catch (IllegalArgumentException e) {
      return TEXT.maxBytes;
    }
  }

  /** The kind of a body of this type; what is not known is taken for text. */
  public static BodyKind of(MediaType type) {
    if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      return JSON;
    }
    if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return FORM;
    }
    return ARCHIVES.contains(name(type)) ? ARCHIVE : TEXT;
  }

  /** The Content-Type of a request; a body without one is plain text. */
  public static MediaType mediaType(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    return type == null ? MediaType.TEXT_PLAIN_TYPE : type;
  }

  /** The type in lower case, without parameters. */
  public static String name(MediaType type) {
    return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
  }
}
