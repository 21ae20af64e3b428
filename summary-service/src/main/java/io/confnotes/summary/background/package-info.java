/** Work that nobody waits for. */
@NullMarked
package io.confnotes.summary.background;

import org.jspecify.annotations.NullMarked;
