@NullMarked
package io.confnotes.benchmarks;

import org.jspecify.annotations.NullMarked;
