/** The grammar of Org. */
@NullMarked
package io.confnotes.ingest.read.light.org;

import org.jspecify.annotations.NullMarked;
