/**
 * Finds the talks in a document that a reader has turned into blocks. {@link
 * io.confnotes.ingest.segment.Segmenter} is the way in, and shows the steps: rows and headings
 * ({@code outline}), what could open a talk ({@code opening}, with {@code speaker}) at headings and
 * elsewhere ({@code layout}), the likeliest of that ({@code choice}), and whose notes are whose.
 * What single lines, names and words say is judged by {@code byline}, {@code line}, {@code people}
 * and {@code word}. Each package uses only those that come later in this list: {@code choice},
 * {@code layout}, {@code opening}, {@code speaker}, {@code outline}, {@code byline}, {@code line},
 * {@code people}, {@code word}.
 */
@NullMarked
package io.confnotes.ingest.segment;

import org.jspecify.annotations.NullMarked;
