/**
 * What curators decide, over HTTP: what things are called, and which talks are one. A decision is a
 * handful of rows of schema {@code recorded}, kept in a log with what they were before, so that it
 * can be undone; the rows that talks have follow in the same transaction, or, of very many, soon.
 */
@NullMarked
package io.confnotes.summary.curate;

import org.jspecify.annotations.NullMarked;
