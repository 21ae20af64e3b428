/** Who talks: the people whom rows below a title name, and those whom prose names. */
@NullMarked
package io.confnotes.ingest.segment.speaker;

import org.jspecify.annotations.NullMarked;
