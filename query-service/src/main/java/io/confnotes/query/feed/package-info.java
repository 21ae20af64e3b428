/** Talks for feed readers. */
@NullMarked
package io.confnotes.query.feed;

import org.jspecify.annotations.NullMarked;
