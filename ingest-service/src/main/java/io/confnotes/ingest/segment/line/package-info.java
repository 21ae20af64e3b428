/** Judges the words of single lines: titles, sections, slots, dates. */
@NullMarked
package io.confnotes.ingest.segment.line;

import org.jspecify.annotations.NullMarked;
