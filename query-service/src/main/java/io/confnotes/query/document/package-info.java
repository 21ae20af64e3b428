/** Submitted documents and their reading text. */
@NullMarked
package io.confnotes.query.document;

import org.jspecify.annotations.NullMarked;
