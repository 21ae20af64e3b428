/**
 * How a talk opens: a row read as its title, with the speakers found around it, and what the rest
 * of the document says of them.
 */
@NullMarked
package io.confnotes.ingest.segment.opening;

import org.jspecify.annotations.NullMarked;
