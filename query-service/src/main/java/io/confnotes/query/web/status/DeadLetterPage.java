package io.confnotes.query.web.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One that could not be applied.
 *
 * @param beginning of its body, as text; null if summary-service, of an earlier version, gives none
 * @param discarding whether somebody is about to give it up
 */
record DeadLetterPage(
    DeadLetter letter, List<Header> headers, @Nullable String beginning, boolean discarding)
    implements TemplateInstance {

  DeadLetterPage {
    beginning = beginning == null ? null : printable(beginning);
  }

  /** A header of the record. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Header(String name, String value) {

    Header {
      name = printable(name);
      value = printable(value);
    }
  }

  /** Without what a browser could take for more than text: anybody may have written it. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]", "\uFFFD");
  }
}
