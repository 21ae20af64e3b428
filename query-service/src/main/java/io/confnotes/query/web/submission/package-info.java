/** The pages of submissions: what became of each, why, and what to do. */
@NullMarked
package io.confnotes.query.web.submission;

import org.jspecify.annotations.NullMarked;
