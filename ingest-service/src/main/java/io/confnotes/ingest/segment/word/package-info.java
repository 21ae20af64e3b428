/** Questions about words and the lists of words behind them. */
@NullMarked
package io.confnotes.ingest.segment.word;

import org.jspecify.annotations.NullMarked;
