/** Tells the format of a text from what is in it. */
@NullMarked
package io.confnotes.ingest.read.detect;

import org.jspecify.annotations.NullMarked;
