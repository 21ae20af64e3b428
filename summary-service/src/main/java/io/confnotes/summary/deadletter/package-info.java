/** Dead letters, for operators: looked at, replayed, discarded. */
@NullMarked
package io.confnotes.summary.deadletter;

import org.jspecify.annotations.NullMarked;
