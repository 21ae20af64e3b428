package io.confnotes.query.web.submit;

import io.confnotes.query.http.Problem;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of several files.
 *
 * @param answer null where they were refused as a whole
 * @param problem why they were; null if they were not
 */
record FilesPage(@Nullable FilesAnswer answer, @Nullable Problem problem)
    implements TemplateInstance {}
