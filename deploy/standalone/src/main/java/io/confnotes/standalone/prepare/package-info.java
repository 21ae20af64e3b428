/** What the build does to a distribution after putting it together, so that it starts quickly. */
@NullMarked
package io.confnotes.standalone.prepare;

import org.jspecify.annotations.NullMarked;
