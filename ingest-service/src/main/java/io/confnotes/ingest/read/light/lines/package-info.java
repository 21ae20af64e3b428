/** What the light markups have in common: lines, the blocks made of them, inline markup. */
@NullMarked
package io.confnotes.ingest.read.light.lines;

import org.jspecify.annotations.NullMarked;
