/** Who submitted, deleted and curated what, for operators. */
@NullMarked
package io.confnotes.summary.audit;

import org.jspecify.annotations.NullMarked;
