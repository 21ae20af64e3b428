/**
 * Reads lines that hold title and speakers, each by itself and as the others of a document are
 * written.
 */
@NullMarked
package io.confnotes.ingest.segment.byline;

import org.jspecify.annotations.NullMarked;
