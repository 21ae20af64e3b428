package io.confnotes.query.web.curate.decision;

import io.quarkus.qute.TemplateInstance;

/**
 * A decision, what became of it, and how to take it back.
 *
 * @param result where to look at what became of it
 * @param isNew whether it was made just now
 */
record DecisionPage(Decision decision, String text, String result, boolean isNew)
    implements TemplateInstance {}
