@NullMarked
package io.confnotes.ingest.http;

import org.jspecify.annotations.NullMarked;
