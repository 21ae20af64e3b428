/**
 * Builds schema {@code derived} anew from the log, beside the one that serves, says what differs,
 * and puts it in its place.
 */
@NullMarked
package io.confnotes.summary.rebuild;

import org.jspecify.annotations.NullMarked;
