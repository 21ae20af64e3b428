package io.confnotes.query.web.status;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that could not be applied.
 *
 * @param all whether those that were decided about are among them
 * @param done what a replay came to; null where there was none
 * @param after the last one that it tried, where there are more; else null
 * @param more the URL of the next page, null on the last one
 */
record DeadLettersPage(
    List<DeadLetter> letters,
    boolean all,
    @Nullable String done,
    @Nullable Long after,
    @Nullable String more)
    implements TemplateInstance {}
