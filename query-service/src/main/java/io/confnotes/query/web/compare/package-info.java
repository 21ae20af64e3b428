/** The page that compares two events or two years. */
@NullMarked
package io.confnotes.query.web.compare;

import org.jspecify.annotations.NullMarked;
