/** Speakers. */
@NullMarked
package io.confnotes.query.speaker;

import org.jspecify.annotations.NullMarked;
