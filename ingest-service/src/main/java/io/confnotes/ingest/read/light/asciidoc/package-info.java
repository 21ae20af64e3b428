/** The grammar of AsciiDoc. */
@NullMarked
package io.confnotes.ingest.read.light.asciidoc;

import org.jspecify.annotations.NullMarked;
