/** Talks: the list, and one talk with the notes of all its authors. */
@NullMarked
package io.confnotes.query.talk;

import org.jspecify.annotations.NullMarked;
