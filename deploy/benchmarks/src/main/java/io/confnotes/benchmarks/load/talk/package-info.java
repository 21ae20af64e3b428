/** Invented talks. */
@NullMarked
package io.confnotes.benchmarks.load.talk;

import org.jspecify.annotations.NullMarked;
