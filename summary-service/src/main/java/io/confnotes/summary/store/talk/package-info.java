/**
 * The rows that talks have of all their authors' notes together, how they are counted, and which of
 * them changed or have yet to. They follow from other rows alone.
 */
@NullMarked
package io.confnotes.summary.store.talk;

import org.jspecify.annotations.NullMarked;
