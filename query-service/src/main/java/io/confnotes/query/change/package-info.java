/** What changed, for those who follow. */
@NullMarked
package io.confnotes.query.change;

import org.jspecify.annotations.NullMarked;
