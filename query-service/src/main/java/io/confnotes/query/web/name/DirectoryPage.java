package io.confnotes.query.web.name;

import io.confnotes.query.web.chart.Bar;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tags, speakers or events.
 *
 * @param path of this page
 * @param prefix what the names begin with
 * @param more the URL of the next page, null on the last one
 */
record DirectoryPage(
    String heading, String path, String prefix, List<Bar> names, @Nullable String more)
    implements TemplateInstance {}
