/**
 * Finds what a document says about itself as a whole: the event, the date and the language. Plain
 * Java without framework types.
 */
@NullMarked
package io.confnotes.ingest.context;

import org.jspecify.annotations.NullMarked;
