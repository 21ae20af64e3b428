/**
 * Takes archives apart in memory, within bounds. What is in them may be hostile: nothing is
 * unpacked to disk, and whatever the bytes are, the answer is a value.
 */
@NullMarked
package io.confnotes.ingest.unpack;

import org.jspecify.annotations.NullMarked;
