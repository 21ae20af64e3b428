/** The page of a talk, and talks in lists of pages. */
@NullMarked
package io.confnotes.query.web.talk;

import org.jspecify.annotations.NullMarked;
