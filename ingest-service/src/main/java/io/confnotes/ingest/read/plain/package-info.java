/** Reads text without markup, or with what is left of it. */
@NullMarked
package io.confnotes.ingest.read.plain;

import org.jspecify.annotations.NullMarked;
