/** What requests that carry notes say: documents, what is said about them, corrections. */
@NullMarked
package io.confnotes.ingest.http.submission;

import org.jspecify.annotations.NullMarked;
