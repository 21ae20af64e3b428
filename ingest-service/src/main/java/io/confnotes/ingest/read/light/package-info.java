/** Reads the light markups that people write by hand: reStructuredText, Org and AsciiDoc. */
@NullMarked
package io.confnotes.ingest.read.light;

import org.jspecify.annotations.NullMarked;
