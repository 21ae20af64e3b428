/** Reads names of people, as note-takers write them. */
@NullMarked
package io.confnotes.ingest.segment.people;

import org.jspecify.annotations.NullMarked;
