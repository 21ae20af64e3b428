/** Search in the same talks without a database. */
@NullMarked
package io.confnotes.benchmarks.load.lucene;

import org.jspecify.annotations.NullMarked;
