/** How fast query-service answers over many talks. */
@NullMarked
package io.confnotes.benchmarks.load;

import org.jspecify.annotations.NullMarked;
