package io.confnotes.query.web.document;

import io.confnotes.query.document.DocumentItem;
import io.confnotes.query.web.PageText;
import io.quarkus.qute.TemplateExtension;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to call documents, which have no title of their own. */
final class DocumentName {

  private static final int ID_CHARACTERS = 8;

  private DocumentName() {}

  @TemplateExtension
  static String name(DocumentItem document) {
    return of(
        document.event(),
        document.date(),
        document.document(),
        document.sourceUrl(),
        document.documentId());
  }

  static String of(
      @Nullable String event,
      @Nullable String date,
      @Nullable String key,
      @Nullable String sourceUrl,
      UUID id) {
    if (event != null) {
      return date == null || event.contains(date) ? event : event + ", " + PageText.day(date);
    }
    if (key != null) {
      return key;
    }
    return sourceUrl == null
        ? "Document " + id.toString().substring(0, ID_CHARACTERS)
        : sourceUrl.replaceFirst("^https?://", "");
  }
}
