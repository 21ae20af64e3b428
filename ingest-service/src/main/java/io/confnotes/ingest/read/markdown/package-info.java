/** Reads CommonMark with the extensions that people use. */
@NullMarked
package io.confnotes.ingest.read.markdown;

import org.jspecify.annotations.NullMarked;
