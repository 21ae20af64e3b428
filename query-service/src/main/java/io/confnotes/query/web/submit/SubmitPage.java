package io.confnotes.query.web.submit;

import io.quarkus.qute.TemplateInstance;

/**
 * The form notes are pasted into, and what was understood of them.
 *
 * @param maySubmit whether the person has the scope
 */
record SubmitPage(SubmitForm form, boolean maySubmit, Understood understood)
    implements TemplateInstance {}
