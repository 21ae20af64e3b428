/**
 * What talks are about over time, and what was taken in: flat rows with times, for dashboards.
 * Shares are of the talks there are notes of, as nobody knows the others.
 */
@NullMarked
package io.confnotes.query.trend;

import org.jspecify.annotations.NullMarked;
