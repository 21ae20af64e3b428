package io.confnotes.query.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a row for each item, below one with the names of its fields. Of what an item has several
 * of, a cell has the names, with semicolons between them.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front: notes are
 * anybody's (OWASP, CSV injection).
 */
@Provider
@Produces(Export.CSV)
final class CsvWriter extends ExportWriter {

  private static final CsvMapper CSV =
      CsvMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

  private final ObjectMapper mapper;

  CsvWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  void write(Export<?> export, OutputStream output) throws IOException {
    List<String> columns =
        Stream.of(export.type().getRecordComponents())
            .filter(component -> !isIgnored(component))
            .map(RecordComponent::getName)
            .toList();
    CsvSchema schema = CsvSchema.builder().setLineSeparator("\r\n").build();
    try (SequenceWriter rows = CSV.writer(schema).writeValues(output)) {
      rows.write(columns);
      export.forEach(item -> rows.write(row(mapper.valueToTree(item), columns)));
    }
  }

  private static boolean isIgnored(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonIgnore.class);
  }

  private static List<String> row(JsonNode item, List<String> columns) {
    List<String> row = new ArrayList<>();
    for (String column : columns) {
      JsonNode value = item.path(column);
      row.add(value.isNumber() ? value.asText() : safe(text(value)));
    }
    return row;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return String.join("; ", value.findValuesAsText("name"));
    }
    return value.isObject() ? value.path("text").asText() : value.isNull() ? "" : value.asText();
  }

  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
