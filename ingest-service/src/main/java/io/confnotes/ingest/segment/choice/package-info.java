/** Weighs what headings and lines could open, and chooses the talks. */
@NullMarked
package io.confnotes.ingest.segment.choice;

import org.jspecify.annotations.NullMarked;
