/** What became of a submission. */
@NullMarked
package io.confnotes.query.submission;

import org.jspecify.annotations.NullMarked;
