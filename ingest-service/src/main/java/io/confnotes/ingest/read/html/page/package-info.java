/** Finds in a whole page what its author wrote: the article, its title and its day. */
@NullMarked
package io.confnotes.ingest.read.html.page;

import org.jspecify.annotations.NullMarked;
