package io.confnotes.query.web.curate.decision;

import io.confnotes.query.http.Problem;
import io.quarkus.qute.TemplateInstance;

/** Why something cannot be decided. Nothing has changed. */
record RefusedPage(String question, Problem problem, String back) implements TemplateInstance {}
