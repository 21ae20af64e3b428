/** Bodies of requests, from bytes to text, JSON and forms, within bounds. */
@NullMarked
package io.confnotes.ingest.http.body;

import org.jspecify.annotations.NullMarked;
