/** The names and words that corrections and suggestions are made of. */
@NullMarked
package io.confnotes.summary.term;

import org.jspecify.annotations.NullMarked;
