/** Requests that carry notes, up to what is decoded of them. */
@NullMarked
package io.confnotes.ingest.http.submission;

import org.jspecify.annotations.NullMarked;
