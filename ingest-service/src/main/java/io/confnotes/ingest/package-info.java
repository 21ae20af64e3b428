@NullMarked
package io.confnotes.ingest;

import org.jspecify.annotations.NullMarked;
