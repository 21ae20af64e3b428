/** Reads HTML pages and fragments. */
@NullMarked
package io.confnotes.ingest.read.html;

import org.jspecify.annotations.NullMarked;
