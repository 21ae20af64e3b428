/** Refusals, as answers and in lists. */
@NullMarked
package io.confnotes.ingest.http.problem;

import org.jspecify.annotations.NullMarked;
