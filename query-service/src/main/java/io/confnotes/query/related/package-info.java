/** Talks that have to do with a talk. */
@NullMarked
package io.confnotes.query.related;

import org.jspecify.annotations.NullMarked;
