package io.confnotes.query.web.document;

import io.confnotes.query.document.DocumentItem;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents.
 *
 * @param more the URL of the next page, null on the last one
 */
record DocumentsPage(
    String state, String event, String author, List<DocumentItem> documents, @Nullable String more)
    implements TemplateInstance {}
