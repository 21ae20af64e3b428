package io.confnotes.query.web.curate.decision;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decided what.
 *
 * @param more the URL of the next page, null on the last one
 */
record HistoryPage(List<Decisions.Entry> entries, @Nullable String more)
    implements TemplateInstance {}
