/**
 * Readers: one per format. They turn a decoded source into the reading text and its blocks; spans
 * count Unicode code points of the reading text, lines count from 1 in the source.
 */
@NullMarked
package io.confnotes.ingest.read;

import org.jspecify.annotations.NullMarked;
