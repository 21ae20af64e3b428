package io.confnotes.query.web.status;

import io.confnotes.query.status.Status;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;

/**
 * How the pipeline is.
 *
 * @param tone the modifier of the components that show the state
 */
record StatusPage(Status status, Instant now, String tone) implements TemplateInstance {}
