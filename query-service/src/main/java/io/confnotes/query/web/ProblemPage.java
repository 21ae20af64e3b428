package io.confnotes.query.web;

import io.confnotes.query.http.Problem;
import io.quarkus.qute.TemplateInstance;

/** A problem, for people. */
record ProblemPage(Problem problem) implements TemplateInstance {}
