package io.confnotes.query.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one item a line, each as in the pages of the list. */
@Provider
@Produces(Export.NDJSON)
final class NdjsonWriter extends ExportWriter {

  private final ObjectMapper mapper;

  NdjsonWriter(ObjectMapper mapper) {
    this.mapper = mapper.copy().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  @Override
  void write(Export<?> export, OutputStream output) throws IOException {
    try (JsonGenerator lines = mapper.createGenerator(output)) {
      lines.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      lines.setPrettyPrinter(new MinimalPrettyPrinter(""));
      export.forEach(
          item -> {
            mapper.writeValue(lines, item);
            lines.writeRaw('\n');
          });
    }
  }
}
