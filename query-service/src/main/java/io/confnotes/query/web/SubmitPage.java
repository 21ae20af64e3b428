package io.confnotes.query.web;

import io.confnotes.query.http.Problem;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The form notes are pasted into.
 *
 * @param outline what was understood of them, after a preview
 * @param problem why they were refused
 */
record SubmitPage(SubmitForm form, @Nullable Outline outline, @Nullable Problem problem)
    implements TemplateInstance {}
