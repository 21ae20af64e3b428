package io.confnotes.query.export;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes exports in one format. */
abstract class ExportWriter implements MessageBodyWriter<Export<?>> {

  /** Writes all items; leaves the stream open. */
  abstract void write(Export<?> export, OutputStream output) throws IOException;

  @Override
  public final boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Export.class;
  }

  @Override
  public final void writeTo(
      Export<?> export,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    write(export, output);
  }
}
