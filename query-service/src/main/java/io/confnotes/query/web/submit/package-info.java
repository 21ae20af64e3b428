/** The pages that notes are submitted on. */
@NullMarked
package io.confnotes.query.web.submit;

import org.jspecify.annotations.NullMarked;
