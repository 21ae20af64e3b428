/**
 * What reading gives: the reading text, its blocks and marks. Spans count Unicode code points of
 * the reading text, lines count from 1 in the source.
 */
@NullMarked
package io.confnotes.ingest.read.text;

import org.jspecify.annotations.NullMarked;
