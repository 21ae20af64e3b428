/** What the analyser of summary-service answers to texts of data sets, and how fast. */
@NullMarked
package io.confnotes.benchmarks.analyse;

import org.jspecify.annotations.NullMarked;
