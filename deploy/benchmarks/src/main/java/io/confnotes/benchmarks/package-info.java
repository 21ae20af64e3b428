/**
 * Measures how fast ingest-service reads and segments. All text here is invented and made from a
 * seed: the same in every run.
 */
@NullMarked
package io.confnotes.benchmarks;

import org.jspecify.annotations.NullMarked;
