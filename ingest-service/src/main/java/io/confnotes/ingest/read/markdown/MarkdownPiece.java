package io.confnotes.ingest.read.markdown;

/**
 * A part of a document that can be parsed by itself, because no block goes on beyond it.
 *
 * @param firstLine how many lines are in front of it
 */
record MarkdownPiece(String text, int firstLine) {}
