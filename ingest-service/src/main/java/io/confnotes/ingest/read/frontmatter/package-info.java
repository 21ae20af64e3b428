/** The fields that open a Markdown or HTML source. */
@NullMarked
package io.confnotes.ingest.read.frontmatter;

import org.jspecify.annotations.NullMarked;
