package io.confnotes.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.http.Page;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

  /** An item. */
  record Hinge(@Nullable String name, int oil) {}

  private static String written(Hinge... hinges) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Export<Hinge> export =
        new Export<>(Hinge.class, null, cursor -> new Page<>(List.of(hinges), null));
    new CsvWriter(new ObjectMapper())
        .writeTo(
            export,
            Export.class,
            Export.class,
            new Annotation[0],
            MediaType.valueOf(Export.CSV),
            new MultivaluedHashMap<>(),
            output);
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldQuoteWhatNeedsIt() throws IOException {
    assertThat(written(new Hinge("say \"oil\", twice\n", 1), new Hinge(null, -2)))
        .isEqualTo("name,oil\r\n\"say \"\"oil\"\", twice\n\",1\r\n,-2\r\n");
  }

  @Test
  void shouldLeaveNoFormulas() throws IOException {
    assertThat(written(new Hinge("=HYPERLINK(1)", 1), new Hinge("-1+1", 1), new Hinge("@a", 1)))
        .contains("'=HYPERLINK(1)", "'-1+1", "'@a");
  }
}
