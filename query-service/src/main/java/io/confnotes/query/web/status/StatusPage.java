package io.confnotes.query.web.status;

import io.confnotes.query.status.Status;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline is.
 *
 * @param tone the modifier of the components that show the state
 * @param running how far a re-analysis is; null where none runs, or the reader may not know
 */
record StatusPage(Status status, Instant now, String tone, @Nullable String running)
    implements TemplateInstance {}
