/** What the elements of HTML mean, each by itself. */
@NullMarked
package io.confnotes.ingest.read.html.tag;

import org.jspecify.annotations.NullMarked;
