/** Finds the talks in a document that a reader has turned into blocks. */
@NullMarked
package io.confnotes.ingest.segment;

import org.jspecify.annotations.NullMarked;
