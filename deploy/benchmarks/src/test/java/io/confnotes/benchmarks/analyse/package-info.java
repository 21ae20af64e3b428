@NullMarked
package io.confnotes.benchmarks.analyse;

import org.jspecify.annotations.NullMarked;
