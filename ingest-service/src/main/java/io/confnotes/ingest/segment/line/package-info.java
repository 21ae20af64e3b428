/** Judges single lines: titles, sections, slots, and lines that hold title and speakers. */
@NullMarked
package io.confnotes.ingest.segment.line;

import org.jspecify.annotations.NullMarked;
