/**
 * Decisions: what curators can decide, the rows of schema {@code recorded} that it changes, the log
 * of them, and the talks that follow. All of it happens in a transaction of the caller.
 */
@NullMarked
package io.confnotes.summary.curate.decision;

import org.jspecify.annotations.NullMarked;
