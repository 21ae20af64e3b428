/**
 * Documents and their talk notes as rows, and which talks the notes belong to. Part of the store;
 * it knows nothing of the log.
 */
@NullMarked
package io.confnotes.summary.store.document;

import org.jspecify.annotations.NullMarked;
