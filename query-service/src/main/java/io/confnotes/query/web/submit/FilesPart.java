package io.confnotes.query.web.submit;

import io.confnotes.query.http.Problem;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Of {@link FilesPage} what is put into a page that is open. */
record FilesPart(@Nullable FilesAnswer answer, @Nullable Problem problem)
    implements TemplateInstance {}
