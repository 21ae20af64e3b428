/** The grammar of reStructuredText. */
@NullMarked
package io.confnotes.ingest.read.light.rst;

import org.jspecify.annotations.NullMarked;
