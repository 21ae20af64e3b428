/**
 * Brings what is stored up to date with the analyser and the vocabulary, a few documents in a
 * transaction, while the service runs.
 */
@NullMarked
package io.confnotes.summary.reanalyse;

import org.jspecify.annotations.NullMarked;
