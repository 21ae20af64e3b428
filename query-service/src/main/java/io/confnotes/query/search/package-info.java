/** Full-text search over talks. */
@NullMarked
package io.confnotes.query.search;

import org.jspecify.annotations.NullMarked;
