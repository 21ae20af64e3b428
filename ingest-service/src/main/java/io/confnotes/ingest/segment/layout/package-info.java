/** Finds talks that no heading opens, one class for each way in which authors set them out. */
@NullMarked
package io.confnotes.ingest.segment.layout;

import org.jspecify.annotations.NullMarked;
