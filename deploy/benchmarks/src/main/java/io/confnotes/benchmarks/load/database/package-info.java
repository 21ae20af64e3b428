/** A PostgreSQL full of invented talks, and what it can tell of who uses it. */
@NullMarked
package io.confnotes.benchmarks.load.database;

import org.jspecify.annotations.NullMarked;
