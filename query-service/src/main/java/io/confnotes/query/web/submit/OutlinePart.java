package io.confnotes.query.web.submit;

import io.quarkus.qute.TemplateInstance;

/** Of {@link SubmitPage} what was understood, to be put into a page that is open. */
record OutlinePart(Understood understood) implements TemplateInstance {}
