@NullMarked
package io.confnotes.ingest.document;

import org.jspecify.annotations.NullMarked;
