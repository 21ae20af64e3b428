/**
 * The document before any talk is looked for: its rows, the tree of its headings, whether it is a
 * diary.
 */
@NullMarked
package io.confnotes.ingest.segment.outline;

import org.jspecify.annotations.NullMarked;
