/** The numbered snapshots of the vocabulary, and the analyser that works with one of them. */
@NullMarked
package io.confnotes.summary.vocabulary;

import org.jspecify.annotations.NullMarked;
